using Directino.Labels;
using Directino.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning;

/// <summary>What a test does with labels.</summary>
internal static class LabelsInStudio
{
    public static async Task<Label> Label(this TestWorkspace shop, string name) =>
        (await shop.Studio.Get<LabelBook>().Add(shop.Id, name, LabelColor.Pine, CancellationToken.None)).ShouldBeOfType<LabelOutcome.Done>().Label;

    public static async Task SetLabels(this TestWorkspace shop, Post post, params Label[] labels) =>
        (await shop.Studio.Get<Planner>().SetLabels(shop.Id, post.Id, [.. labels.Select(l => l.Id)], null, CancellationToken.None)).ShouldBeOfType<PlanOutcome.Done>();

    public static async Task<LabelId[]> LabelsOf(this TestWorkspace shop, Post post) => [.. (await shop.Read(post)).Labels.Select(l => l.LabelId)];
}
