using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Directino.Web.Tests.Journeys;

/// <summary>Looks at pages as those who cannot see or point well, and remembers what shuts them out.</summary>
internal sealed class AxeEyes
{
    // What a list of zones or a drawing holds by the hundred is alike, and one look at it takes seconds.
    private const string Run = """
        async ([only, but]) => {
          const options = only ? { runOnly: { type: "rule", values: [only] } } : but ? { rules: { [but]: { enabled: false } } } : {};
          const found = await axe.run({ exclude: [["option"], ["svg *"]] }, { resultTypes: ["violations"], ...options });
          return found.violations.filter(v => v.impact === "serious" || v.impact === "critical")
            .flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id} (${v.impact}) ${n.target} ${n.html} ${n.any.concat(n.all, n.none).map(c => c.message)[0] ?? ""}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> _seen = [];

    public IReadOnlyList<string> Seen => _seen;

    /// <param name="only">The only rule of axe's that counts now.</param>
    /// <param name="but">The one rule that does not.</param>
    public async Task Look(IPage page, string looks = "", string? only = null, string? but = null)
    {
        if (!await page.EvaluateAsync<bool>("() => !!window.axe"))
            await page.EvaluateAsync($"() => {{ {Script} }}");
        var found = await page.EvaluateAsync<string[]>(Run, new[] { only, but });
        _seen.AddRange(found.Select(f => $"{new Uri(page.Url).PathAndQuery} {looks}: {f}"));
    }
}
