using Directino.Media;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Versions;
using Directino.Tests.Media;
using Directino.Tests.Planning.Approvals;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning.Versions;

public sealed class PostHistoryTests
{
    private static readonly PostContent Buns = PostContent.Empty with { Caption = "Buns" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_saved_change_is_kept_with_who_when_and_what_changed()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Draft(Buns);
        await studio.PassTime(TimeSpan.FromHours(1));
        var picture = await shop.Upload(TestPictures.Small);
        await Write(shop, post, PostContent.OnePicture(null, picture.Id, "Rolls"));
        await Write(shop, post, PostContent.OnePicture(null, picture.Id, "Rolls"));
        await Write(shop, post, PostContent.OnePicture(null, picture.Id, "Rolls", "Six rolls") with { Options = new PostChoices { FirstComment = "Hello" } });
        var lines = await studio.Get<PostHistory>().All(shop.Id, post.Id, Ct);
        lines.Select(l => (l.Number, l.Changes)).ShouldBe([
            (3, PostChanges.Descriptions | PostChanges.Options), (2, PostChanges.Pictures | PostChanges.Caption), (1, PostChanges.None)]);
        (lines[0].Person, lines[0].At - lines[2].At).ShouldBe((shop.Owner, TimeSpan.FromHours(1)));
        (await studio.Get<PostHistory>().Find(shop.Id, post.Id, 2, Ct))!.Media.ShouldHaveSingleItem().Id.ShouldBe(picture.Id);
    }

    [Fact]
    public async Task A_time_belongs_to_the_words_it_is_saved_with_and_later_is_a_version_of_its_own()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var planner = studio.Get<Planner>();
        var post = await shop.Draft(Buns);
        var at = studio.Clock.GetUtcNow().AddDays(1);
        await Write(shop, post, Buns with { Caption = "Rolls" });
        await planner.Propose(shop.Id, post.Id, at, shop.Owner, null, Ct);
        await studio.PassTime(TimeSpan.FromMinutes(1));
        await planner.Propose(shop.Id, post.Id, at.AddHours(1), shop.Owner, null, Ct);
        (await studio.Get<PostHistory>().All(shop.Id, post.Id, Ct)).Select(l => l.Changes).ShouldBe([PostChanges.Time, PostChanges.Caption | PostChanges.Time, PostChanges.None]);
    }

    [Fact]
    public async Task A_version_that_is_brought_back_is_a_new_one_and_leaves_the_time()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromHours(3));
        await Write(shop, post, post.Content with { Caption = "Brioche" });
        var now = await shop.Read(post);
        (await studio.Get<PostHistory>().Restore(shop.Id, post.Id, 1, shop.Owner, now.Version - 1, Ct)).ShouldBe(new PlanOutcome.Conflict(PostRules.ChangedMeanwhile));
        var back = (await studio.Get<PostHistory>().Restore(shop.Id, post.Id, 1, shop.Owner, now.Version, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        (back.Caption, back.State, back.Slot).ShouldBe(("Rye", PostState.Scheduled, post.Slot));
        var newest = (await studio.Get<PostHistory>().All(shop.Id, post.Id, Ct))[0];
        (newest.RestoredFrom, newest.Changes).ShouldBe((1, PostChanges.Caption));
    }

    [Fact]
    public async Task What_is_brought_back_is_to_be_approved_again()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var leo = await shop.AddMember("Leo");
        await shop.Demand(ApprovalKind.OneOf, leo);
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromHours(3));
        await Write(shop, post, post.Content with { Caption = "Brioche" });
        await shop.Approve(post, leo);
        (await shop.Read(post)).Approval.ShouldBe(ApprovalState.Approved);
        await studio.Get<PostHistory>().Restore(shop.Id, post.Id, 1, shop.Owner, null, Ct);
        (await shop.Read(post)).Approval.ShouldNotBe(ApprovalState.Approved);
    }

    [Fact]
    public async Task A_post_that_is_out_or_whose_picture_is_gone_is_not_brought_back()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var picture = await shop.Upload(TestPictures.Small);
        var draft = await shop.Draft(PostContent.OnePicture(null, picture.Id, "Buns"));
        await Write(shop, draft, Buns);
        await studio.Get<MediaLibrary>().Remove(shop.Id, picture.Id, Ct);
        var history = studio.Get<PostHistory>();
        (await history.Restore(shop.Id, draft.Id, 1, shop.Owner, null, Ct)).ShouldBe(new PlanOutcome.Conflict(PostRules.PictureMissing));
        var published = await shop.PublishNow(await shop.Connect("nora.bakes"), "Bread");
        await studio.Settle();
        (await history.Restore(shop.Id, published.Id, 1, shop.Owner, null, Ct)).ShouldBe(new PlanOutcome.Conflict(PostRules.UnderWay));
        var other = await studio.OpenWorkspace("Somebody else's");
        (await history.All(other.Id, draft.Id, Ct)).ShouldBeEmpty();
        (await history.Restore(other.Id, draft.Id, 1, other.Owner, null, Ct)).ShouldBe(new PlanOutcome.Conflict(PostRules.NotThere));
    }

    [Fact]
    public async Task The_last_fifty_are_kept_and_numbers_stay()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Draft(Buns);
        for (var i = 0; i < VersionLog.Most + 1; i++)
            await Write(shop, post, Buns with { Caption = $"{i}" });
        var lines = await studio.Get<PostHistory>().All(shop.Id, post.Id, Ct);
        (lines.Count, lines[0].Number, lines[^1].Number).ShouldBe((50, 52, 3));
    }

    [Fact]
    public async Task Versions_leave_with_their_post_and_come_back_when_that_is_taken_back()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Draft(Buns);
        await Write(shop, post, Buns with { Caption = "Rolls" });
        var deleted = (await studio.Get<Planner>().Delete(shop.Id, post.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        await using (var db = shop.Open())
            (await db.Set<PostVersion>().CountAsync(Ct)).ShouldBe(0);
        await studio.Get<Planner>().Restore(deleted, shop.Owner, Ct);
        (await studio.Get<PostHistory>().All(shop.Id, post.Id, Ct)).Select(l => l.Number).ShouldBe([2, 1]);
    }

    private static async Task Write(TestWorkspace shop, Post post, PostContent content) =>
        (await shop.Studio.Get<Planner>().Write(shop.Id, post.Id, content, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
}
