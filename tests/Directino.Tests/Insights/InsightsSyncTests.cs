using Directino.Accounts;
using Directino.Insights;
using Directino.Ledger;
using Directino.Sandbox.Faults;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Insights;

public sealed class InsightsSyncTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connecting_reads_thirty_days_back_and_the_posts_with_their_numbers()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.Settle();

        var overview = await Overview(studio, workspace, account.Id);
        overview.DaysRead.ShouldBe(30);
        overview.Days.ShouldAllBe(d => d.Reach.Value > 0 && d.Views.Value > 0 && d.Interactions.Value != null);
        overview.Followers.Now.Value.ShouldNotBeNull();
        overview.Views.Now.Value!.Value.ShouldBe(overview.Days.Sum(d => d.Views.Value!.Value));
        overview.Views.Before.ShouldNotBeNull();
        overview.Refusal.ShouldBeNull();
        overview.Trouble.ShouldBeNull();

        await using var db = workspace.Open();
        var page = await PostReport.Page(db, account.Id, PostSort.Published, false, null, 100, Ct);
        page.Posts.Count.ShouldBeGreaterThan(10);
        page.Posts.ShouldAllBe(p => p.Views > 0 && p.Reach > 0);
    }

    [Fact]
    public async Task Reach_of_a_window_is_what_Instagram_told_for_it_and_not_the_sum_of_its_days()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.Settle();
        var overview = await Overview(studio, workspace, account.Id);
        overview.Reach.Now.Value!.Value.ShouldBeLessThan(overview.Days.Sum(d => d.Reach.Value!.Value));
        overview.Reach.Now.Source.ShouldBe(NumberSource.AccountWindow);
    }

    [Fact]
    public async Task The_history_outlives_what_Instagram_keeps()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.Settle();
        var first = PacificDay.LastComplete(studio.Clock.GetUtcNow()).AddDays(-29);
        await studio.PassTime(TimeSpan.FromDays(5), TimeSpan.FromHours(12));

        await using var db = workspace.Open();
        var views = await db.Set<DailyNumber>().Where(n => n.AccountId == account.Id && n.Metric == MetricNames.Views).ToListAsync(Ct);
        views.Min(n => n.Day).ShouldBe(first);
        views.Count.ShouldBe(35);
        var followers = await db.Set<DailyNumber>().Where(n => n.AccountId == account.Id && n.Metric == MetricNames.Followers).ToListAsync(Ct);
        followers.Count.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task An_error_leaves_a_reason_and_no_zero_and_is_mended_later()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        studio.Sandbox.Faults.Set(new Fault { Call = "insights", Kind = FaultKind.Error, Code = 2, Times = 0 });
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.PassTime(TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(6));
        var broken = await Overview(studio, workspace, account.Id);
        broken.Reach.Now.Value.ShouldBeNull();
        broken.Reach.Now.Missing.ShouldBe(NumberGap.Trouble);
        broken.Trouble.ShouldBe("try-later");

        studio.Sandbox.Faults.Clear();
        await studio.PassTime(TimeSpan.FromHours(4), TimeSpan.FromMinutes(30));
        var mended = await Overview(studio, workspace, account.Id);
        mended.Reach.Now.Value.ShouldNotBeNull();
        mended.Trouble.ShouldBeNull();
        mended.Days.ShouldAllBe(d => d.Views.Value != null);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_asked_and_the_page_can_say_why()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes", "instagram_business_basic");
        await studio.Settle();
        var overview = await Overview(studio, workspace, account.Id);
        overview.Refusal.ShouldBe(GateRules.ScopeMissing);
        overview.Views.Now.ShouldBe(Reading.NotRead);
        await using var db = workspace.Open();
        (await db.Set<DailyNumber>().AnyAsync(Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task Background_reading_leaves_the_last_quarter_of_the_budget_to_others()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        studio.Get<CallBudget>().Report(account.InstagramId, 76, null);
        await studio.Settle();
        await using var db = workspace.Open();
        (await db.Set<DailyNumber>().AnyAsync(Ct)).ShouldBeFalse();
        var due = await db.Set<DueItem>().SingleAsync(d => d.Kind == "insights", Ct);
        due.DueAt.ShouldBe(studio.Clock.GetUtcNow() + TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task What_this_host_does_not_serve_is_remembered_and_not_asked_again()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.Settle();
        await using var db = workspace.Open();
        var refused = await db.Set<UnsupportedMetric>().ToListAsync(Ct);
        foreach (var metric in refused.Where(m => m.Subject != "ACCOUNT"))
        {
            var post = await db.Set<InsightPost>().FirstAsync(p => p.ProductType == metric.Subject, Ct);
            var detail = await PostReport.Detail(db, post.Id, Ct);
            detail!.Metrics.Single(m => m.Metric == metric.Metric).Reading.Missing.ShouldBe(NumberGap.Unsupported);
        }

        refused.ShouldContain(m => m.AccountId == account.Id && m.Metric == "reposts");
    }

    [Fact]
    public void A_value_that_was_told_survives_a_later_error()
    {
        var number = new DailyNumber { WorkspaceId = WorkspaceId.New(new FakeTimeProvider()), AccountId = AccountId.New(new FakeTimeProvider()), Metric = "views", Day = default };
        var at = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
        number.Missing.ShouldBe(NumberGap.NotRead);
        number.Take(Told.Of(null, NumberGap.NotYet), NumberSource.AccountDay, at);
        (number.Value, number.Missing).ShouldBe((null, NumberGap.NotYet));
        number.Take(Told.Of(0, NumberGap.NotYet), NumberSource.AccountDay, at.AddHours(1));
        (number.Value, number.Missing).ShouldBe((0, null));
        number.Take(Told.Of(null, NumberGap.Trouble), NumberSource.AccountDay, at.AddHours(9));
        (number.Value, number.Missing, number.FetchedAt, number.AskedAt).ShouldBe((0, null, at.AddHours(1), at.AddHours(9)));
    }

    [Fact]
    public async Task Another_workspace_sees_none_of_it()
    {
        await using var studio = await Studio.Studio.Open(firstSync: FirstSync.Insights);
        var workspace = await studio.OpenWorkspace();
        var account = await workspace.Connect("nora.bakes");
        await studio.Settle();
        await using var foreign = (await studio.OpenWorkspace("Somebody else's")).Open();
        (await studio.Get<AccountReport>().Overview(foreign, account.Id, Ct)).ShouldBeNull();
        (await studio.Get<InsightsExport>().Days(foreign, account.Id, Ct)).ShouldBeNull();
        (await PostReport.Page(foreign, account.Id, PostSort.Views, false, null, 10, Ct)).Posts.ShouldBeEmpty();
    }

    private static async Task<AccountOverview> Overview(Studio.Studio studio, TestWorkspace workspace, AccountId account)
    {
        await using var db = workspace.Open();
        return (await studio.Get<AccountReport>().Overview(db, account, Ct)).ShouldNotBeNull();
    }
}
