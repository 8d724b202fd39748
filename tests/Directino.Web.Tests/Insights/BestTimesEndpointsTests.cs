using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Insights;
using Directino.Instagram;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Insights;

public sealed class BestTimesEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Until_there_is_enough_programs_and_pages_are_told_why_there_is_nothing()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await Connect(studio, workspace, 99, 0);
        var times = await owner.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{account}/best-times", Ct);
        times.GetProperty("online").GetProperty("missing").GetString().ShouldBe("TooFewFollowers");
        times.GetProperty("online").GetProperty("hours").GetArrayLength().ShouldBe(0);
        times.GetProperty("posts").GetProperty("missing").GetString().ShouldBe("TooFewPosts");
        times.GetProperty("posts").GetProperty("needs").GetInt32().ShouldBe(20);
        (await owner.GetStringAsync($"/plan?view=week&account={account}&date=2026-12-01&state=Draft", Ct)).ShouldContain("from 100 followers on");
        (await owner.GetStringAsync($"/plan/posts/new?account={account}", Ct)).ShouldContain("from 100 followers on");
        (await owner.GetStringAsync($"/insights?account={account}", Ct)).ShouldContain("0 of the 20 posts");
    }

    [Fact]
    public async Task What_is_known_is_told_and_stands_in_month_week_day_composer_and_insights()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await Connect(studio, workspace, 500, 28);
        var online = (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{account}/best-times", Ct)).GetProperty("online");
        online.GetProperty("restsOn").GetInt32().ShouldBe(28);
        var first = online.GetProperty("hours")[0];
        // One of the four Tuesdays lies before California's clock went back: then ten there was an hour earlier here.
        (first.GetProperty("weekday").GetString(), first.GetProperty("time").GetString(), first.GetProperty("level").GetDouble()).ShouldBe(("Tuesday", "18:00", 312.5));
        online.GetProperty("hours").GetArrayLength().ShouldBe(7);

        var week = await owner.GetStringAsync($"/plan?view=week&account={account}&date=2026-12-01&state=Draft", Ct);
        week.ShouldContain($"/plan/posts/new?date=2026-12-01T18:00&amp;account={account}");
        week.ShouldContain("rest on 28 days that Instagram told");
        (await owner.GetStringAsync($"/plan?view=day&account={account}&date=2026-12-01&state=Draft", Ct)).ShouldContain("Most followers online");
        var month = await owner.GetStringAsync($"/plan?account={account}&date=2026-12-01&state=Draft", Ct);
        Marks(month).ShouldBe(31 + 1, "on every empty day of the month, and in the hand on the chosen one");
        month.ShouldContain("rest on 28 days that Instagram told");
        (await owner.GetStringAsync($"/plan/posts/new?account={account}", Ct)).ShouldContain("are online most on Tuesdays at 18:00");
        (await owner.GetStringAsync($"/insights?account={account}", Ct)).ShouldContain("Of each weekday the hour in which most followers are online.");
    }

    [Fact]
    public async Task Who_may_not_see_numbers_sees_no_best_times_and_strangers_find_no_account()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        var account = await Connect(studio, workspace, 500, 28);
        using var agent = await studio.As(Role.Agent, workspace);
        (await agent.GetAsync($"/api/v1/accounts/{account}/best-times", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.GetStringAsync($"/plan?view=week&account={account}&date=2026-12-01&state=Draft", Ct)).ShouldNotContain("best-time");
        using var stranger = await studio.As(Role.Owner, await studio.OpenWorkspace());
        (await stranger.GetAsync($"/api/v1/accounts/{account}/best-times", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static int Marks(string page) => page.Split("data-testid=\"best-time\"").Length - 1;

    /// <summary>An account whose followers are online at ten in California, on Tuesdays twice as many.</summary>
    private static async Task<AccountId> Connect(WebStudio studio, WorkspaceId workspace, int followers, int days)
    {
        var account = new ConnectedAccount
        {
            Id = AccountId.New(studio.Clock), WorkspaceId = workspace, Login = InstagramLogin.Instagram, InstagramId = "17840000000000001", AppScopedId = "1", Username = "nora.bakes",
            TimeZone = "Europe/Lisbon", Scopes = "instagram_business_basic instagram_business_manage_insights", ConnectedAt = studio.Clock.GetUtcNow(), ConnectedBy = PersonId.New(studio.Clock), FollowersCount = followers,
        };
        await using var db = studio.Database.Open(workspace);
        db.Add(account);
        var last = PacificDay.LastComplete(studio.Clock.GetUtcNow());
        for (var i = 0; i < days; i++)
        {
            var hours = new OnlineHours { WorkspaceId = workspace, AccountId = account.Id, Day = last.AddDays(-i) };
            var peak = hours.Day.DayOfWeek == DayOfWeek.Tuesday ? 400 : 200;
            hours.Take(Enumerable.Range(0, 24).ToDictionary(h => h, h => (long)(h == 10 ? peak : 50)), NumberGap.NotTold, studio.Clock.GetUtcNow());
            db.Add(hours);
        }

        await db.SaveChangesAsync(Ct);
        return account.Id;
    }
}
