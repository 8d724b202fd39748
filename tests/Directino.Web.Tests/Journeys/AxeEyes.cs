using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Directino.Web.Tests.Journeys;

/// <summary>Looks at pages as those who cannot see or point well, and remembers what shuts them out.</summary>
internal sealed class AxeEyes
{
    private readonly List<string> _seen = [];

    public IReadOnlyList<string> Seen => _seen;

    public async Task Look(IPage page)
    {
        if (await Barriers(page) is not [_, ..])
            return;
        // While its circuit takes over, a page is without a title for a moment. That shuts nobody out: what stays does.
        await page.WaitForFunctionAsync("() => document.title");
        _seen.AddRange(await Barriers(page));
    }

    private static async Task<IReadOnlyList<string>> Barriers(IPage page)
    {
        var result = await page.RunAxe();
        return [.. result.Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(
            v => v.Nodes.Take(3).Select(n => $"{new Uri(page.Url).AbsolutePath}: {v.Id} ({v.Impact}) {n.Target} {n.Html}"))];
    }
}
