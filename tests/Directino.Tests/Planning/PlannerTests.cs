using Directino.Accounts;
using Directino.Ledger;
using Directino.Media;
using Directino.Planning;
using Directino.Tests.Media;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning;

public sealed class PlannerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scheduling_in_the_past_is_refused()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Bread");
        var outcome = await studio.Get<Planner>().Schedule(shop.Id, post.Id, studio.Clock.GetUtcNow().AddSeconds(-1), shop.Owner, null, Ct);
        outcome.ShouldBeOfType<PlanOutcome.Refused>().Objections.ShouldBe([new Objection(PostField.Slot, PostRules.SlotInThePast)]);
        (await shop.Read(post)).State.ShouldBe(PostState.Draft);
    }

    [Fact]
    public async Task Publishing_now_is_not_too_late_for_itself()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Bread");
        // As real clocks do, it moves on between two looks at it.
        studio.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        (await studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
    }

    [Fact]
    public async Task Everything_that_stands_in_the_way_is_said_at_once()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var caption = new string('x', 2201) + string.Concat(Enumerable.Repeat(" #a", 31)) + string.Concat(Enumerable.Repeat(" @a", 21));
        var tall = await shop.Upload(TestPictures.Jpeg(600, 1200));
        var post = await shop.Draft(PostContent.OnePicture(null, tall.Id, caption, new string('y', 1001)));
        var outcome = await studio.Get<Planner>().Schedule(shop.Id, post.Id, studio.Clock.GetUtcNow(), shop.Owner, null, Ct);
        outcome.ShouldBeOfType<PlanOutcome.Refused>().Objections.Select(o => o.Rule).ShouldBe(
        [
            PostRules.AccountMissing, PostRules.Of(MediaRule.TooTall), PostRules.AltTextTooLong, PostRules.CaptionTooLong, PostRules.TooManyHashtags,
            PostRules.TooManyMentions,
        ]);
    }

    [Fact]
    public async Task A_switched_off_capability_refuses_before_anything_is_tried()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await using (var db = shop.Open())
        {
            (await db.Set<ConnectedAccount>().SingleAsync(Ct)).MayPublish = false;
            await db.SaveChangesAsync(Ct);
        }

        var post = await shop.Draft(account, "Bread");
        var outcome = await studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct);
        outcome.ShouldBeOfType<PlanOutcome.Refused>().Objections.ShouldBe([new Objection(PostField.Account, GateRules.SwitchedOff)]);
    }

    [Fact]
    public async Task Of_two_people_who_edit_a_post_the_second_learns_of_the_first()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var planner = studio.Get<Planner>();
        var post = await shop.Draft(PostContent.Empty with { Caption = "First" });
        (await planner.Write(shop.Id, post.Id, PostContent.Empty with { Caption = "Ana's" }, shop.Owner, post.Version, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        (await planner.Write(shop.Id, post.Id, PostContent.Empty with { Caption = "Leo's" }, shop.Owner, post.Version, Ct))
            .ShouldBeOfType<PlanOutcome.Conflict>().Rule.ShouldBe(PostRules.ChangedMeanwhile);
        (await shop.Read(post)).Caption.ShouldBe("Ana's");
    }

    [Fact]
    public async Task A_draft_that_is_moved_stays_a_draft_and_a_scheduled_post_stays_scheduled()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var planner = studio.Get<Planner>();
        var account = await shop.Connect("nora.bakes");
        var tomorrow = studio.Clock.GetUtcNow().AddDays(1);
        var draft = await shop.Draft(account, "Idea");
        var planned = await shop.Schedule(account, "Plan", TimeSpan.FromHours(2));
        await planner.Move(shop.Id, draft.Id, tomorrow, shop.Owner, null, Ct);
        await planner.Move(shop.Id, planned.Id, tomorrow, shop.Owner, null, Ct);
        var (first, second) = (await shop.Read(draft), await shop.Read(planned));
        (first.State, first.At).ShouldBe((PostState.Draft, tomorrow));
        (second.State, second.At).ShouldBe((PostState.Scheduled, tomorrow));
    }

    [Fact]
    public async Task A_deleted_post_comes_back_with_its_slot()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var planner = studio.Get<Planner>();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromHours(3));
        var deleted = (await planner.Delete(shop.Id, post.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        await studio.Settle();
        (await planner.Restore(deleted, shop.Owner, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        var back = await shop.Read(post);
        (back.State, back.Slot, back.Caption).ShouldBe((PostState.Scheduled, post.Slot, "Rye"));
        await studio.PassTime(TimeSpan.FromMinutes(176));
        await studio.PassTime(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30));
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }

    [Fact]
    public async Task Another_workspace_can_neither_see_nor_move_a_post()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var mine = await studio.OpenWorkspace();
        var other = await studio.OpenWorkspace("Somebody else's");
        var post = await mine.Schedule(await mine.Connect("nora.bakes"), "Rye", TimeSpan.FromHours(3));
        var planner = studio.Get<Planner>();
        (await planner.Withdraw(other.Id, post.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Conflict>().Rule.ShouldBe(PostRules.NotThere);
        (await planner.Move(other.Id, post.Id, studio.Clock.GetUtcNow().AddDays(1), other.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Conflict>();
        (await studio.Get<PlanReader>().Find(other.Id, post.Id, Ct)).ShouldBeNull();
        (await planner.Draft(other.Id, other.Owner, PostContent.OnePicture(post.AccountId, post.Content.Items[0].Media, "Mine now", null), null, Ct))
            .ShouldBeOfType<PlanOutcome.Conflict>();
    }

    [Fact]
    public async Task The_calendar_shows_a_range_with_its_accounts_and_pictures()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var inside = await shop.Schedule(account, "Inside " + new string('x', 500), TimeSpan.FromHours(5));
        await shop.Schedule(account, "Outside", TimeSpan.FromDays(9));
        await shop.Draft(PostContent.Empty with { Caption = "Some day" });
        var reader = studio.Get<PlanReader>();
        var week = await reader.Between(shop.Id, studio.Clock.GetUtcNow(), studio.Clock.GetUtcNow().AddDays(7), null, Ct);
        var card = week.ShouldHaveSingleItem();
        (card.Id, card.Username, card.TimeZone, card.State).ShouldBe((inside.Id, "nora.bakes", "Europe/Lisbon", PostState.Scheduled));
        card.PictureKey.ShouldNotBeNull();
        card.Beginning.Length.ShouldBe(140);
        (await reader.WithoutTime(shop.Id, null, 10, Ct)).ShouldHaveSingleItem().Beginning.ShouldBe("Some day");
        (await reader.Between(shop.Id, studio.Clock.GetUtcNow(), studio.Clock.GetUtcNow().AddDays(7), new PlanFilter(AccountId.New(studio.Clock)), Ct)).ShouldBeEmpty();
        (await reader.List(shop.Id, null, null, 2, Ct)).Count.ShouldBe(2);
        (await reader.List(shop.Id, new PlanFilter(State: PostState.Draft), null, 10, Ct)).ShouldHaveSingleItem();
    }
}
