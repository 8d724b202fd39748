using Directino.Accounts;
using Directino.Instagram;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Groups;
using Directino.Tests.Media;
using Directino.Tests.Planning.Approvals;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning.Groups;

public sealed class PostGroupsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_post_per_account_is_scheduled_and_each_goes_out_at_its_own_time()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var at = studio.Clock.GetUtcNow().AddHours(2);
        var posts = (await Save(shop, GroupAim.Schedule, shop.One(at), shop.Two(at.AddHours(1)) with { Content = shop.Two(at).Content with { Caption = "Ours" } })).ShouldBeOfType<GroupOutcome.Done>().Posts;
        posts.Select(p => p.State).ShouldAllBe(s => s == PostState.Scheduled);
        posts[0].GroupId.ShouldNotBeNull();
        posts[1].GroupId.ShouldBe(posts[0].GroupId);
        (await studio.Get<PostGroups>().Others(posts[0], Ct)).ShouldHaveSingleItem().Account!.Username.ShouldBe("studio.terra");
        await studio.PassTime(TimeSpan.FromMinutes(115));
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));
        (await shop.In.Read(posts[0])).State.ShouldBe(PostState.Published);
        (await shop.In.Read(posts[1])).State.ShouldBe(PostState.Scheduled);
        await studio.PassTime(TimeSpan.FromMinutes(50));
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));
        var second = await shop.In.Read(posts[1]);
        (second.State, second.Caption).ShouldBe((PostState.Published, "Ours"));
    }

    [Fact]
    public async Task When_one_account_objects_nothing_is_saved_of_any_and_all_that_object_say_why()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var at = studio.Clock.GetUtcNow().AddHours(2);
        var paid = shop.Two(at) with { Content = shop.Two(at).Content with { Options = new() { PaidPartnership = true } } };
        var refused = (await Save(shop, GroupAim.Schedule, shop.One(at), paid)).ShouldBeOfType<GroupOutcome.Refused>().Members.ShouldHaveSingleItem();
        (refused.Place, refused.Member.Content.Account).ShouldBe((1, shop.Leo.Id));
        refused.Objections.ShouldHaveSingleItem().Rule.ShouldBe(PostRules.FacebookLoginOnly);
        (await Save(shop, GroupAim.Schedule, shop.One(studio.Clock.GetUtcNow().AddMinutes(-1)), paid)).ShouldBeOfType<GroupOutcome.Refused>().Members.Count.ShouldBe(2);
        await using var db = shop.In.Open();
        (await db.Set<Post>().CountAsync(Ct)).ShouldBe(0);
        (await db.Set<Directino.Ledger.DueItem>().CountAsync(d => d.Kind == PostWork.Slot, Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task Drafts_may_be_what_could_not_go_out_yet()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var posts = (await Save(shop, GroupAim.Keep, shop.One(null), shop.Two(null) with { Content = PostContent.Empty with { Account = shop.Leo.Id } })).ShouldBeOfType<GroupOutcome.Done>().Posts;
        posts.Select(p => p.State).ShouldAllBe(s => s == PostState.Draft);
    }

    [Fact]
    public async Task An_account_twice_or_none_or_one_of_somebody_else_is_refused()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var stranger = await studio.OpenWorkspace("Somebody else's");
        Rule(await Save(shop, GroupAim.Keep, shop.One(null), shop.One(null))).ShouldBe((GroupRules.AccountTwice, null));
        Rule(await Save(shop, GroupAim.Keep)).ShouldBe((GroupRules.Empty, null));
        Rule(await Save(shop, GroupAim.Keep, shop.One(null), new GroupMember(PostContent.Empty, null))).ShouldBe((PostRules.AccountMissing, 1));
        Rule(await studio.Get<PostGroups>().Save(stranger.Id, stranger.Owner, [shop.One(null)], GroupAim.Keep, Ct)).ShouldBe((PostRules.AccountMissing, 0));
    }

    [Fact]
    public async Task Written_together_the_others_follow_where_they_said_the_same_and_a_change_meanwhile_stops_all()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var groups = studio.Get<PostGroups>();
        var at = studio.Clock.GetUtcNow().AddHours(5);
        var own = shop.Two(at) with { Content = shop.Two(at).Content with { Options = new() { FirstComment = "#ours" } } };
        var posts = (await Save(shop, GroupAim.Schedule, shop.One(at), own)).ShouldBeOfType<GroupOutcome.Done>().Posts;
        var change = shop.One(at.AddHours(1)) with { Content = shop.One(at).Content with { Caption = "Rolls" }, Known = posts[0].Version };
        (await groups.Write(shop.In.Id, posts[0].GroupId!.Value, posts[0].Id, change, shop.In.Owner, GroupAim.Keep, Ct)).ShouldBeOfType<GroupOutcome.Done>();
        foreach (var post in posts)
        {
            var now = await shop.In.Read(post);
            (now.Caption, now.Slot, now.State).ShouldBe(("Rolls", at.AddHours(1), PostState.Scheduled));
        }

        (await shop.In.Read(posts[1])).Options.FirstComment.ShouldBe("#ours");
        Rule(await groups.Write(shop.In.Id, posts[0].GroupId!.Value, posts[0].Id, change with { Content = change.Content with { Caption = "Late" } }, shop.In.Owner, GroupAim.Keep, Ct))
            .ShouldBe((PostRules.ChangedMeanwhile, 0));
        (await shop.In.Read(posts[1])).Caption.ShouldBe("Rolls");
    }

    [Fact]
    public async Task What_is_out_stays_as_it_is_while_the_others_are_written()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var at = studio.Clock.GetUtcNow().AddHours(1);
        var posts = (await Save(shop, GroupAim.Schedule, shop.One(at.AddHours(4)), shop.Two(at))).ShouldBeOfType<GroupOutcome.Done>().Posts;
        await studio.PassTime(TimeSpan.FromMinutes(70), TimeSpan.FromSeconds(60));
        var change = shop.One(at.AddHours(4)) with { Content = shop.One(at).Content with { Caption = "Rolls" } };
        (await studio.Get<PostGroups>().Write(shop.In.Id, posts[0].GroupId!.Value, posts[0].Id, change, shop.In.Owner, GroupAim.Keep, Ct)).ShouldBeOfType<GroupOutcome.Done>().Posts.ShouldHaveSingleItem();
        var out_ = await shop.In.Read(posts[1]);
        (out_.State, out_.Caption).ShouldBe((PostState.Published, "Buns"));
    }

    [Fact]
    public async Task Of_two_that_take_one_slot_of_the_timetable_the_second_is_refused_whole()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var at = studio.Clock.GetUtcNow().AddHours(2);
        var mine = shop.One(at) with { IsInSlot = true };
        var outcomes = await Task.WhenAll(Save(shop, GroupAim.Schedule, mine, shop.Two(at)), Save(shop, GroupAim.Schedule, mine, shop.Two(at)));
        outcomes.OfType<GroupOutcome.Done>().ShouldHaveSingleItem();
        outcomes.OfType<GroupOutcome.Refused>().ShouldHaveSingleItem().Members.ShouldHaveSingleItem().Objections.ShouldHaveSingleItem().Rule.ShouldBe(PostRules.SlotTaken);
        await using var db = shop.In.Open();
        (await db.Set<Post>().CountAsync(Ct)).ShouldBe(2);
    }

    [Fact]
    public async Task All_go_out_at_once_or_none_does_and_each_that_objects_says_why()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var paid = shop.Two(null) with { Content = shop.Two(null).Content with { Options = new() { PaidPartnership = true } } };
        (await Save(shop, GroupAim.PublishNow, shop.One(null), paid)).ShouldBeOfType<GroupOutcome.Refused>().Members.ShouldHaveSingleItem().Place.ShouldBe(1);
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));
        await using (var db = shop.In.Open())
        {
            (await db.Set<Post>().CountAsync(Ct)).ShouldBe(0);
        }

        // One of them is scheduled already, for tomorrow.
        var later = (await Save(shop, GroupAim.Schedule, shop.One(studio.Clock.GetUtcNow().AddDays(1)))).ShouldBeOfType<GroupOutcome.Done>().Posts[0];
        var posts = (await Save(shop, GroupAim.PublishNow, shop.One(null) with { Post = later.Id, Known = later.Version }, shop.Two(null))).ShouldBeOfType<GroupOutcome.Done>().Posts;
        posts.ShouldAllBe(p => p.Slot == studio.Clock.GetUtcNow());
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));
        foreach (var post in posts)
            (await shop.In.Read(post)).State.ShouldBe(PostState.Published);
        Rule(await Save(shop, GroupAim.PublishNow, shop.One(null) with { Post = later.Id })).ShouldBe((PostRules.UnderWay, 0));
    }

    [Fact]
    public async Task Approval_is_asked_for_of_all_and_without_it_none_goes_out()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        Rule(await Save(shop, GroupAim.AskForApproval, shop.One(null), shop.Two(null))).ShouldBe((ApprovalRules.NotNeeded, 0));
        var ana = await shop.In.AddMember("Ana");
        await shop.In.Demand(ApprovalKind.OneOf, ana);

        var missing = (await Save(shop, GroupAim.PublishNow, shop.One(null), shop.Two(null))).ShouldBeOfType<GroupOutcome.Refused>().Members;
        missing.Select(m => m.Objections.ShouldHaveSingleItem().Rule).ShouldBe([ApprovalRules.Missing, ApprovalRules.Missing]);
        var bare = shop.Two(null) with { Content = PostContent.Empty with { Account = shop.Leo.Id } };
        (await Save(shop, GroupAim.AskForApproval, shop.One(null), bare)).ShouldBeOfType<GroupOutcome.Refused>().Members.ShouldHaveSingleItem().Place.ShouldBe(1);
        await using (var db = shop.In.Open())
        {
            (await db.Set<Post>().CountAsync(Ct)).ShouldBe(0);
            (await db.Set<ApprovalStep>().CountAsync(Ct)).ShouldBe(0);
        }

        // The first is scheduled, which asks by itself: it is not asked for twice.
        var first = (await Save(shop, GroupAim.Schedule, shop.One(studio.Clock.GetUtcNow().AddDays(1)))).ShouldBeOfType<GroupOutcome.Done>().Posts[0];
        var posts = (await Save(shop, GroupAim.AskForApproval, shop.One(first.Slot) with { Post = first.Id }, shop.Two(null))).ShouldBeOfType<GroupOutcome.Done>().Posts;
        posts.ShouldAllBe(p => p.Approval == ApprovalState.Waiting);
        posts.Select(p => p.State).ShouldBe([PostState.Scheduled, PostState.Draft]);
        await using (var db = shop.In.Open())
        {
            (await db.Set<ApprovalStep>().CountAsync(Ct)).ShouldBe(2);
        }

        foreach (var post in posts)
            (await shop.In.Approve(post, ana)).ShouldBeDone();
        (await Save(shop, GroupAim.PublishNow, shop.One(null) with { Post = posts[0].Id }, shop.Two(null) with { Post = posts[1].Id })).ShouldBeOfType<GroupOutcome.Done>();
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));
        foreach (var post in posts)
            (await shop.In.Read(post)).State.ShouldBe(PostState.Published);
    }

    private static (string, int?) Rule(GroupOutcome outcome)
    {
        var conflict = outcome.ShouldBeOfType<GroupOutcome.Conflict>();
        return (conflict.Rule, conflict.Place);
    }

    private static Task<GroupOutcome> Save(TwoAccounts shop, GroupAim aim, params GroupMember[] members) =>
        shop.In.Studio.Get<PostGroups>().Save(shop.In.Id, shop.In.Owner, members, aim, Ct);

    private static async Task<TwoAccounts> Shop(Tests.Studio.Studio studio)
    {
        var shop = await studio.OpenWorkspace();
        shop.LendMedia();
        var picture = await shop.Upload(TestPictures.Small);
        return new(shop, await shop.Connect("nora.bakes", InstagramLogin.Facebook), await shop.Connect("studio.terra"), picture.Id);
    }

    private sealed record TwoAccounts(TestWorkspace In, ConnectedAccount Nora, ConnectedAccount Leo, Directino.Media.MediaItemId Picture)
    {
        public GroupMember One(DateTimeOffset? at) => new(PostContent.OnePicture(Nora.Id, Picture, "Buns"), at);

        public GroupMember Two(DateTimeOffset? at) => new(PostContent.OnePicture(Leo.Id, Picture, "Buns"), at);
    }
}
