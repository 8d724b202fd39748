using System.Text;
using Directino.Planning;
using Directino.Planning.Files;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning.Files;

/// <summary>What a test does with files of posts.</summary>
internal static class ImportInStudio
{
    public static async Task<ImportView> Bring(this TestWorkspace shop, string text)
    {
        (await shop.Studio.Get<PlanImports>().Begin(shop.Id, shop.Owner, "plan.csv", Encoding.UTF8.GetBytes(text), CancellationToken.None)).ShouldBeOfType<PlanFileReading.Rows>();
        return (await shop.Brought()).ShouldNotBeNull();
    }

    public static Task<ImportView?> Brought(this TestWorkspace shop) => shop.Studio.Get<PlanImports>().Find(shop.Id, shop.Owner, CancellationToken.None);

    public static async Task<string> Export(this TestWorkspace shop, PlanFilter? filter = null, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var text = new StringBuilder();
        await foreach (var part in shop.Studio.Get<PlanExport>().Write(shop.Id, filter ?? new(), from, until, CancellationToken.None))
            text.Append(part);
        return text.ToString();
    }

    /// <summary>The rules a row breaks, in the order in which they are told.</summary>
    public static IEnumerable<string> Rules(this CheckedRow row) => row.Problems.Select(p => p.Rule);
}
