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

    [GeneratedRegex(@"<symbol id=""icon-([^""]+)""")]
    private static partial Regex Symbols();

    [GeneratedRegex(@"(?:<Icon Name|<EmptyState Icon)=""([a-z0-9-]+)""")]
    private static partial Regex Icons();
}
