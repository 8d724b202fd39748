using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Campaigns;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Planning;
using Directino.Web.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Planning;

public sealed class PlanBulkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_can_be_moved_is_moved_what_cannot_is_named_and_all_of_it_is_taken_back_together()
    {
        await using var desk = await Desk.Open();
        var (first, second, out_) = (await desk.Draft("First", 1), await desk.Draft("Second", 2), await desk.Draft("Out already", 3));
        await desk.Change(out_, p => p.Publish("1", null, desk.Now, desk.Now));
        var left = await desk.Bulk.Retime(desk.Visitor, await desk.Rows(), new PlanOffset(2, OffsetUnit.Days), "UTC", Ct);
        left.ShouldHaveSingleItem().Title.ShouldBe("Out already");
        left[0].Reason.ShouldNotBeNullOrWhiteSpace();
        (await desk.At(first)).ShouldBe(desk.Now.AddDays(3));
        (await desk.At(second)).ShouldBe(desk.Now.AddDays(4));
        await desk.Undo();
        (await desk.At(first)).ShouldBe(desk.Now.AddDays(1));
        (await desk.At(second)).ShouldBe(desk.Now.AddDays(2));
    }

    [Fact]
    public async Task A_post_on_its_way_is_not_called_back_with_many_others()
    {
        await using var desk = await Desk.Open();
        var post = await desk.Draft("On its way", 1);
        await desk.Change(post, p =>
        {
            p.Schedule(desk.Now.AddDays(1), desk.Visitor.Person, [], desk.Now);
            p.Begin(desk.Now);
        });
        (await desk.Bulk.ToDrafts(desk.Visitor, await desk.Rows(), Ct)).ShouldHaveSingleItem();
        (await desk.Bulk.Delete(desk.Visitor, await desk.Rows(), Ct)).ShouldHaveSingleItem();
        (await desk.Rows()).ShouldHaveSingleItem().State.ShouldBe(PostState.Publishing);
        desk.Toasts.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_label_is_put_on_all_taken_off_when_all_have_it_and_each_gets_back_what_it_had()
    {
        await using var desk = await Desk.Open();
        var (with, without) = (await desk.Draft("With", 1), await desk.Draft("Without", 2));
        var label = (await desk.Studio.Get<LabelBook>().Add(desk.Visitor.Workspace, "Easter", LabelColor.Amber, Ct)).ShouldBeOfType<LabelOutcome.Done>().Label.Id;
        await desk.Studio.Get<Planner>().SetLabels(desk.Visitor.Workspace, with, [label], null, Ct);
        await desk.Bulk.Label(desk.Visitor, await desk.Rows(), label, Ct);
        (await desk.Rows()).ShouldAllBe(r => r.Labels.Contains(label));
        await desk.Undo();
        (await desk.Rows()).Where(r => r.Labels.Contains(label)).ShouldHaveSingleItem().Id.ShouldBe(with);
        await desk.Studio.Get<Planner>().SetLabels(desk.Visitor.Workspace, without, [label], null, Ct);
        await desk.Bulk.Label(desk.Visitor, await desk.Rows(), label, Ct);
        (await desk.Rows()).ShouldAllBe(r => r.Labels.Count == 0);
    }

    [Fact]
    public async Task All_go_to_one_time_of_their_own_days_and_back_to_where_each_was()
    {
        await using var desk = await Desk.Open();
        await desk.Draft("First", 1);
        await desk.Draft("Second", 2);
        var rows = await desk.Rows();
        (await desk.Bulk.SetTime(desk.Visitor, rows, new TimeOnly(18, 30), "Asia/Tehran", Ct)).ShouldBeEmpty();
        var tehran = LocalTime.Zone("Asia/Tehran");
        (await desk.Rows()).Select(r => LocalTime.Of(r.At!.Value, tehran)).ShouldBe(rows.Select(r => LocalTime.Of(r.At!.Value, tehran).Date + new TimeSpan(18, 30, 0)));
        await desk.Undo();
        (await desk.Rows()).Select(r => r.At).ShouldBe(rows.Select(r => r.At));
    }

    [Fact]
    public async Task A_campaign_takes_all_of_them_and_each_goes_back_to_the_one_it_was_in()
    {
        await using var desk = await Desk.Open();
        var (inAnother, inNone) = (await desk.Draft("In another", 1), await desk.Draft("In none", 2));
        async Task<CampaignId> Add(string name) =>
            (await desk.Studio.Get<CampaignBook>().Add(desk.Visitor.Workspace, new CampaignText(name, null, default, null, null), Ct)).ShouldBeOfType<CampaignOutcome.Done>().Campaign.Id;
        var (easter, summer) = (await Add("Easter"), await Add("Summer"));
        await desk.Studio.Get<Planner>().SetCampaign(desk.Visitor.Workspace, inAnother, summer, null, Ct);
        (await desk.Bulk.Campaign(desk.Visitor, await desk.Rows(), easter, Ct)).ShouldBeEmpty();
        (await desk.Rows()).ShouldAllBe(r => r.Campaign == easter);
        await desk.Undo();
        (await desk.Rows()).ToDictionary(r => r.Id, r => r.Campaign).ShouldBe(new Dictionary<PostId, CampaignId?> { [inAnother] = summer, [inNone] = null }, ignoreOrder: true);
        await desk.Bulk.Campaign(desk.Visitor, await desk.Rows(), null, Ct);
        (await desk.Rows()).ShouldAllBe(r => r.Campaign == null);
    }

    [Fact]
    public async Task Copies_and_deletions_of_many_are_taken_back_with_one_gesture()
    {
        await using var desk = await Desk.Open();
        await desk.Draft("First", 1);
        await desk.Draft("Second", 2);
        var rows = await desk.Rows();
        (await desk.Bulk.Copy(desk.Visitor, rows, null, Ct)).ShouldBeEmpty();
        (await desk.Ideas()).Count.ShouldBe(2);
        await desk.Undo();
        (await desk.Ideas()).ShouldBeEmpty();
        (await desk.Bulk.Delete(desk.Visitor, rows, Ct)).ShouldBeEmpty();
        (await desk.Rows()).ShouldBeEmpty();
        await desk.Undo();
        (await desk.Rows()).Select(r => (r.Id, r.At)).ShouldBe(rows.Select(r => (r.Id, r.At)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T17:00:00Z", 1, OffsetUnit.Days, "2026-03-29T16:00:00Z")] // 18:00 stays 18:00 when the clock goes forward
    [InlineData("Europe/Berlin", "2026-03-28T17:00:00Z", 24, OffsetUnit.Hours, "2026-03-29T17:00:00Z")]
    [InlineData("America/New_York", "2026-10-31T22:00:00Z", 1, OffsetUnit.Weeks, "2026-11-07T23:00:00Z")] // and back
    [InlineData("Asia/Tehran", "2028-02-28T09:00:00Z", 1, OffsetUnit.Days, "2028-02-29T09:00:00Z")] // a leap day
    [InlineData("Pacific/Auckland", "2026-12-31T20:00:00Z", -2, OffsetUnit.Weeks, "2026-12-17T20:00:00Z")] // over the turn of a year
    public void Days_later_is_the_same_time_of_day_on_the_accounts_clock(string zone, string at, int count, OffsetUnit unit, string then)
    {
        var post = new PlannedPost(
            PostId.Of(Guid.CreateVersion7()), 1, PostState.Draft, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), null, "", null, null, zone,
            PostKind.Post, 0, null, null, null);
        PlanMoves.Later(post, new PlanOffset(count, unit), "UTC").ShouldBe(DateTimeOffset.Parse(then, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_address_of_a_plan_says_what_is_shown_and_nothing_else()
    {
        var here = new PlanAddress(CalendarSpan.Month, null, null, null, null, null);
        here.ToString().ShouldBe("/plan");
        var label = LabelId.Of(Guid.CreateVersion7());
        var narrowed = here with { Span = CalendarSpan.List, Date = new DateOnly(2026, 12, 1), Label = label.ToString(), State = "scheduled" };
        narrowed.ToString().ShouldBe($"/plan?view=list&date=2026-12-01&label={label}&state=scheduled");
        narrowed.Filter.ShouldBe(new PlanFilter(Label: label, State: PostState.Scheduled));
        (here with { State = "77", Label = "nonsense" }).Filter.ShouldBe(new PlanFilter());
    }

    private sealed class Desk(WebStudio studio, IServiceScope scope, Visitor visitor) : IAsyncDisposable
    {
        public WebStudio Studio => studio;

        public Visitor Visitor => visitor;

        public PlanBulk Bulk { get; } = scope.ServiceProvider.GetRequiredService<PlanBulk>();

        public Toasts Toasts { get; } = scope.ServiceProvider.GetRequiredService<Toasts>();

        public DateTimeOffset Now => studio.Clock.GetUtcNow();

        public static async Task<Desk> Open()
        {
            var studio = await WebStudio.Open();
            var visitor = new Visitor(PersonId.New(studio.Clock), await studio.OpenWorkspace(), Role.Owner);
            return new Desk(studio, studio.Services.CreateScope(), visitor);
        }

        public async Task<PostId> Draft(string caption, int days) =>
            (await studio.Get<Planner>().Draft(visitor.Workspace, visitor.Person, PostContent.Empty with { Caption = caption }, Now.AddDays(days), Ct))
            .ShouldBeOfType<PlanOutcome.Done>().Post.Id;

        public async Task Change(PostId id, Action<Post> change)
        {
            await using var db = studio.Database.Open(visitor.Workspace);
            change(await db.Set<Post>().SingleAsync(p => p.Id == id, Ct));
            await db.SaveChangesAsync(Ct);
        }

        public Task<IReadOnlyList<PlannedPost>> Rows() => studio.Get<PlanReader>().From(visitor.Workspace, Now.AddDays(-1), null, null, 50, Ct);

        public Task<IReadOnlyList<PlannedPost>> Ideas() => studio.Get<PlanReader>().WithoutTime(visitor.Workspace, null, 50, Ct);

        public async Task<DateTimeOffset?> At(PostId id) => (await Rows()).Single(r => r.Id == id).At;

        public async Task Undo()
        {
            var toast = Toasts.All[^1];
            Toasts.Drop(toast);
            await toast.Undo!();
        }

        public async ValueTask DisposeAsync()
        {
            scope.Dispose();
            await studio.DisposeAsync();
        }
    }
}
