using System.Text.RegularExpressions;
using Directino.Accounts;
using Directino.Web.Controls;

namespace Directino.Web.Tests.Conventions;

/// <summary>What every page relies on before its circuit is there.</summary>
public sealed partial class PageStartTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    private static readonly Lazy<HashSet<string>> Drawn = new(() => [.. Symbols().Matches(Icon.Drawings.Value).Select(m => m.Groups[1].Value)]);

    [Fact]
    public void Every_icon_that_is_named_is_drawn()
    {
        Drawn.Value.Count.ShouldBeGreaterThan(50);
        Repository.Files("src/Directino.Web", ".razor")
            .SelectMany(file => Icons().Matches(Repository.Read(file)).Select(m => m.Groups[1].Value).Where(name => !Drawn.Value.Contains(name)).Select(name => $"{file}: {name}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_holds_the_drawings() =>
        (await program.Studio.Stranger().GetStringAsync("/account/sign-in", TestContext.Current.CancellationToken)).ShouldContain(Icon.Drawings.Value);

    /// <summary><c>site.js</c> starts Blazor without asking for them: whoever adds a package that brings some takes that out.</summary>
    [Fact]
    public async Task No_package_brings_scripts_that_run_before_the_circuit() =>
        (await program.Browsers[Role.Owner].GetStringAsync("/_blazor/initializers", TestContext.Current.CancellationToken)).ShouldBe("[]");

    /// <summary>Their names change with what is in them, so nobody need ever ask for one again.</summary>
    [Fact]
    public async Task A_browser_asks_once_for_every_sheet_and_script()
    {
        var browser = program.Studio.Stranger();
        var page = await browser.GetStringAsync("/account/sign-in", TestContext.Current.CancellationToken);
        var files = Files().Matches(page).Select(m => m.Groups[1].Value).ToList();
        files.Count.ShouldBeGreaterThan(5);
        files.ShouldAllBe(file => !file.Contains("Radzen", StringComparison.Ordinal), "only pages with a chart load the chart's kit");
        foreach (var file in files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "gzip" } } };
            using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
            (file, answer.Headers.CacheControl?.ToString()).ShouldBe((file, "max-age=31536000, immutable"));
            (file, string.Join(",", answer.Content.Headers.ContentEncoding)).ShouldBe((file, "gzip"));
        }
    }

    [GeneratedRegex(@"<symbol id=""icon-([^""]+)""")]
    private static partial Regex Symbols();

    [GeneratedRegex(@"(?:<Icon Name=|<EmptyState Icon=|Icon\.Drawn\()""([a-z0-9-]+)""")]
    private static partial Regex Icons();

    [GeneratedRegex(@"(?:<link rel=""stylesheet"" href|<script[^>]* src)=""([^""]+)""")]
    private static partial Regex Files();
}
