using Directino.Accounts;
using Directino.Insights;
using Directino.Insights.BestTimes;
using Directino.Sandbox.Faults;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Insights.BestTimes;

public sealed class BestTimesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_Instagram_tells_of_thirty_days_gives_the_hours_in_which_followers_are_on_line()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.Settle();

        var times = await Times(studio, workspace, account.Id);
        times.Online.Missing.ShouldBeNull();
        times.Online.RestsOn.ShouldBeInRange(28, 30);
        times.Online.Hours.Count.ShouldBe(7);
        // Nora's people are in Lisbon and online in the evening, on Tuesdays most.
        times.Online.Hours[0].At.Weekday.ShouldBe(DayOfWeek.Tuesday);
        times.Online.Hours.ShouldAllBe(h => h.At.Hour >= 18 && h.At.Hour <= 20 && h.Level > h.Usual);
    }

    [Fact]
    public async Task What_was_told_outlives_the_thirty_days_that_Instagram_keeps()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.Settle();
        await studio.PassTime(TimeSpan.FromDays(5), TimeSpan.FromHours(12));

        await using var db = workspace.Open();
        (await db.Set<OnlineHours>().CountAsync(o => o.AccountId == account.Id && o.Counts != null, Ct)).ShouldBeInRange(33, 35);
        (await Times(studio, workspace, account.Id)).Online.RestsOn.ShouldBeInRange(33, 35);
    }

    [Fact]
    public async Task Below_a_hundred_followers_nothing_is_asked_and_that_is_why_there_is_nothing()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await using (var db = workspace.Open())
        {
            await db.Set<ConnectedAccount>().ExecuteUpdateAsync(set => set.SetProperty(a => a.FollowersCount, 99), Ct);
        }

        var times = await Times(studio, workspace, account.Id);
        times.Online.Missing.ShouldBe(TimesMissing.TooFewFollowers);
        times.Online.Hours.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_leaves_a_reason_and_is_mended_later()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        studio.Sandbox.Faults.Set(new Fault { Call = "insights", Kind = FaultKind.Error, Code = 2, Times = 0 });
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.PassTime(TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(6));
        await using (var db = workspace.Open())
        {
            (await db.Set<OnlineHours>().ToListAsync(Ct)).ShouldAllBe(o => o.Missing == NumberGap.Trouble && o.Counts == null);
        }

        (await Times(studio, workspace, account.Id)).Online.Missing.ShouldBe(TimesMissing.TooFewDays);
        studio.Sandbox.Faults.Clear();
        await studio.PassTime(TimeSpan.FromHours(4), TimeSpan.FromMinutes(30));
        (await Times(studio, workspace, account.Id)).Online.Missing.ShouldBeNull();
    }

    [Fact]
    public async Task A_host_that_does_not_serve_it_is_not_asked_again()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        studio.Sandbox.Faults.Set(new Fault { Call = "insights", Kind = FaultKind.Error, Code = 100, Message = "(#100) The metric online_followers is not available on this endpoint", Times = 0 });
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(6));
        (await Times(studio, workspace, account.Id)).Online.Missing.ShouldBe(TimesMissing.NotServed);
        await using var db = workspace.Open();
        (await db.Set<UnsupportedMetric>().AnyAsync(m => m.Metric == MetricNames.Online, Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task Own_posts_are_counted_once_their_numbers_have_settled_and_the_least_is_said()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.Settle();
        await using (var db = workspace.Open())
        {
            await db.Set<InsightPost>().ExecuteDeleteAsync(Ct);
        }

        (await Times(studio, workspace, account.Id)).Posts.ShouldSatisfyAllConditions(
            p => p.Missing.ShouldBe(TimesMissing.TooFewPosts), p => p.RestsOn.ShouldBe(0), p => p.Needs.ShouldBe(20));

        await using (var db = workspace.Open())
        {
            var at = studio.Clock.GetUtcNow().AddDays(-8);
            for (var i = 0; i < 24; i++)
            {
                var post = new InsightPost
                {
                    Id = InsightPostId.New(studio.Clock), WorkspaceId = account.WorkspaceId, AccountId = account.Id, MediaId = $"m{i}", ProductType = i == 23 ? "STORY" : "FEED",
                    PublishedAt = at.AddDays(-7 * (i / 3)).AddHours(i % 3), ListedAt = at,
                };
                post.Show(MetricNames.Reach, i % 3 == 0 ? 3000 : 1000);
                db.Add(post);
            }

            await db.SaveChangesAsync(Ct);
        }

        var times = await Times(studio, workspace, account.Id);
        times.Posts.RestsOn.ShouldBe(23);
        times.Posts.Hours.ShouldHaveSingleItem().Level.ShouldBe(3000);
    }

    [Fact]
    public async Task Another_workspace_sees_nothing_of_it()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.Settle();
        var stranger = await studio.OpenWorkspace();
        (await studio.Get<BestTimesReader>().Find(stranger.Id, account.Id, Ct)).ShouldBeNull();
        (await studio.Get<BestTimesReader>().OfOnly(workspace.Id, Ct))!.Account.ShouldBe(account.Id);
        await using var db = stranger.Open();
        (await db.Set<OnlineHours>().AnyAsync(Ct)).ShouldBeFalse();
    }

    private static async Task<BestTimesView> Times(Studio.Studio studio, TestWorkspace workspace, AccountId account) =>
        (await studio.Get<BestTimesReader>().Find(workspace.Id, account, Ct)).ShouldNotBeNull();
}
