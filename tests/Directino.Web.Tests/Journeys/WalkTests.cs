using System.Reflection;
using Directino.Web.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace Directino.Web.Tests.Journeys;

/// <summary>Every page there is, in a real browser: light, dark, right-to-left, on a desk and in the hand.</summary>
[Trait("needs", "browser")]
public sealed class WalkTests
{
    private static readonly ViewportSize Desk = new() { Width = 1440, Height = 900 };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_shuts_anybody_out_breaks_or_runs_over_its_edge()
    {
        await using var chromium = await Chromium.Start();
        var directino = await Installation.Shared();
        await using var stranger = await chromium.Open(directino.Address, Desk, Still);
        await using var foreigner = await chromium.Open(directino.Address, Desk, o => FromTheRight(o, null));
        await using var member = await chromium.Open(directino.Address, Desk, Still);
        try
        {
            var page = await member.NewPageAsync();
            // Walking where anybody may go takes the time in which the demo comes in.
            var strangers = Walked(await stranger.NewPageAsync(), await foreigner.NewPageAsync(), Open);
            var demo = await Demo.LookAround(page);
            var places = await Places(demo);
            await using var persian = await chromium.Open(directino.Address, Desk, o => FromTheRight(o, places.State));
            var walks = await Walked(page, await persian.NewPageAsync(), places.Addresses);
            await demo.AskForConsent("Instagram");
            await walks[0].LookAtHere();
            walks.Concat(await strangers).SelectMany(w => w.Flaws).Concat(chromium.Errors).ShouldBeEmpty();
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            throw new InvalidOperationException($"The walk ended: {error.Message}\n{string.Join('\n', chromium.Errors)}\n{directino.LastWords()}", error);
        }
    }

    private static Task<Walk[]> Walked(IPage page, IPage persian, IReadOnlyList<string> addresses) => Task.WhenAll(
        Walked(page, addresses, (walk, address) => walk.LookAt(address)),
        Walked(persian, addresses, (walk, address) => walk.LookFromTheRight(address)));

    private static async Task<Walk> Walked(IPage page, IReadOnlyList<string> addresses, Func<Walk, string, Task> look)
    {
        var walk = new Walk(page);
        foreach (var address in addresses)
            await look(walk, address);
        return walk;
    }

    private static void Still(BrowserNewContextOptions options) => options.ReducedMotion = ReducedMotion.Reduce;

    private static void FromTheRight(BrowserNewContextOptions options, string? state)
    {
        Still(options);
        (options.Locale, options.StorageState) = ("fa-IR", state);
    }

    /// <summary>From the pages' own routes, so that none is forgotten; those of the sandbox beside them.</summary>
    private static async Task<(IReadOnlyList<string> Addresses, string State)> Places(Demo demo)
    {
        var account = await demo.Account();
        var (draft, published, workflow) = (await demo.Draft(account), await demo.Draft(account), await demo.Workflow(account));
        await demo.Rewrite(draft);
        await demo.Campaign(draft);
        await demo.Publish(published);
        Dictionary<string, string> real = new()
        {
            ["/plan/posts/{Id}"] = $"/plan/posts/{draft}",
            ["/plan/posts/{Id}/versions"] = $"/plan/posts/{draft}/versions",
            ["/plan/series/{Id}"] = $"/plan/series/{await demo.Series(draft)}",
            ["/inbox/{ConversationId}"] = $"/inbox/{await demo.Conversation()}",
            ["/insights/posts/{Id}"] = $"/insights/posts/{await demo.PostWithNumbers()}",
            ["/automation/{Id}"] = $"/automation/{workflow}",
            ["/activity/{Id}"] = $"/activity/{await demo.Act()}",
            ["/accounts/choose/{Attempt}"] = await demo.Choice(),
        };
        return ([
            .. Routes(open: false).Select(template => template.Contains('{') ? real[template] : template),
            $"/plan/posts/{published}", $"/plan/series/new?post={published}", $"/insights?account={account}", "/plan?view=week", "/plan?view=day", "/plan?view=list", "/plan?view=board",
            "/phone?as=ana.reyes&page=nora.bakes", "/phone?as=ana.reyes&page=nora.bakes&view=messages",
        ], await demo.State());
    }

    private static IReadOnlyList<string> Open => ["/", .. Routes(open: true)];

    private static IEnumerable<string> Routes(bool open) =>
        from type in typeof(Navigation).Assembly.GetTypes()
        where open == type.GetCustomAttribute<AllowAnonymousAttribute>() is not null
        from route in type.GetCustomAttributes<RouteAttribute>(inherit: false)
        select route.Template;
}
