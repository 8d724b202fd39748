using Directino.Accounts;
using Directino.Planning;
using Directino.Tests.Media;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning;

public sealed class WorkingCopyTests
{
    private static readonly WrittenText Half = new(PostContent.Empty with { Caption = "Saffron bu" }, new DateOnly(2026, 12, 24), null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_is_found_again_with_picture_options_and_half_a_time()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var copies = studio.Get<WorkingCopies>();
        var picture = await shop.Upload(TestPictures.Small);
        var content = PostContent.OnePicture(null, picture.Id, "Buns ", "A bun") with { Options = new PostChoices { FirstComment = "Six", Collaborators = ["terra"] } };
        await copies.Keep(shop.Id, shop.Owner, null, new WrittenText(content, null, new TimeOnly(18, 5)), null, Ct);
        var view = (await copies.Find(shop.Id, shop.Owner, null, Ct)).ShouldNotBeNull();
        view.Copy.Text.ShouldBe(new WrittenText(content, null, new TimeOnly(18, 5)));
        view.Media.ShouldHaveSingleItem().Id.ShouldBe(picture.Id);
        (await copies.WithoutPost(shop.Id, shop.Owner, Ct)).ShouldHaveSingleItem().KeptAt.ShouldBe(studio.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_last_one_kept_replaces_the_one_before()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var copies = studio.Get<WorkingCopies>();
        await copies.Keep(shop.Id, shop.Owner, null, Half, null, Ct);
        studio.Clock.Advance(TimeSpan.FromMinutes(3));
        var whole = Half with { Content = Half.Content with { Caption = "Saffron buns" }, Date = null };
        await copies.Keep(shop.Id, shop.Owner, null, whole, null, Ct);
        var only = (await copies.All(shop.Id, shop.Owner, Ct)).ShouldHaveSingleItem();
        (only.Text, only.KeptAt).ShouldBe((whole, studio.Clock.GetUtcNow()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_tabs_that_keep_at_once_leave_one_copy_and_neither_fails(bool isNew)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var copies = studio.Get<WorkingCopies>();
        var post = isNew ? null : await shop.Draft(PostContent.Empty with { Caption = "Buns" });
        var tabs = Enumerable.Range(0, 8).Select(i => new WrittenText(PostContent.Empty with { Caption = $"Tab {i}" }, null, null)).ToList();
        await Task.WhenAll(tabs.Select(t => Task.Run(() => copies.Keep(shop.Id, shop.Owner, post?.Id, t, post is null ? null : PostBase.Of(post), Ct))));
        tabs.ShouldContain((await copies.All(shop.Id, shop.Owner, Ct)).ShouldHaveSingleItem().Text);
    }

    [Fact]
    public async Task A_scheduled_post_is_not_changed_by_what_somebody_writes_about_it()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var copies = studio.Get<WorkingCopies>();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromHours(3));
        await copies.Keep(shop.Id, shop.Owner, post.Id, Half, PostBase.Of(post), Ct);
        var after = await shop.Read(post);
        (after.Version, after.Caption, after.State).ShouldBe((post.Version, "Rye", PostState.Scheduled));
        (await copies.Find(shop.Id, shop.Owner, post.Id, Ct)).ShouldNotBeNull().Copy.IsOvertaken(after).ShouldBeFalse();
        (await copies.WithoutPost(shop.Id, shop.Owner, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_and_times_that_somebody_saved_since_overtake_it_labels_do_not()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var copies = studio.Get<WorkingCopies>();
        var planner = studio.Get<Planner>();
        var post = await shop.Draft(PostContent.Empty with { Caption = "Buns" });
        await copies.Keep(shop.Id, shop.Owner, post.Id, Half, PostBase.Of(post), Ct);
        var copy = (await copies.Find(shop.Id, shop.Owner, post.Id, Ct)).ShouldNotBeNull().Copy;
        await shop.SetLabels(post, await shop.Label("Easter"));
        copy.IsOvertaken(await shop.Read(post)).ShouldBeFalse();
        await planner.Propose(shop.Id, post.Id, studio.Clock.GetUtcNow().AddDays(1), shop.Owner, null, Ct);
        copy.IsOvertaken(await shop.Read(post)).ShouldBeTrue();
        await planner.Propose(shop.Id, post.Id, null, shop.Owner, null, Ct);
        copy.IsOvertaken(await shop.Read(post)).ShouldBeFalse();
        await planner.Write(shop.Id, post.Id, PostContent.Empty with { Caption = "Rolls" }, shop.Owner, null, Ct);
        copy.IsOvertaken(await shop.Read(post)).ShouldBeTrue();
    }

    [Fact]
    public async Task It_outlives_its_post_and_nobody_else_sees_or_drops_it()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var other = await studio.OpenWorkspace("Somebody else's");
        var copies = studio.Get<WorkingCopies>();
        var post = await shop.Draft(PostContent.Empty with { Caption = "Buns" });
        await copies.Keep(shop.Id, shop.Owner, post.Id, Half, PostBase.Of(post), Ct);
        await studio.Get<Planner>().Delete(shop.Id, post.Id, null, Ct);
        var left = (await copies.WithoutPost(shop.Id, shop.Owner, Ct)).ShouldHaveSingleItem();
        left.PostId.ShouldBe(post.Id);
        (await copies.All(shop.Id, other.Owner, Ct)).ShouldBeEmpty();
        (await copies.Drop(shop.Id, other.Owner, left.Id, Ct)).ShouldBeFalse();
        (await copies.Drop(other.Id, shop.Owner, left.Id, Ct)).ShouldBeFalse();
        (await copies.Drop(shop.Id, shop.Owner, left.Id, Ct)).ShouldBeTrue();
        (await copies.All(shop.Id, shop.Owner, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_leaves_with_the_member_who_wrote_it()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var copies = studio.Get<WorkingCopies>();
        var writer = await studio.OpenWorkspace("The writer's own");
        await using (var db = shop.Open())
        {
            db.Add(new Membership { WorkspaceId = shop.Id, PersonId = writer.Owner, Role = Role.Editor, JoinedAt = studio.Clock.GetUtcNow() });
            await db.SaveChangesAsync(Ct);
        }

        await copies.Keep(shop.Id, writer.Owner, null, Half, null, Ct);
        await copies.Keep(shop.Id, shop.Owner, null, Half, null, Ct);
        (await studio.Get<Members>().Remove(shop.Id, shop.Owner, Role.Owner, writer.Owner, Ct)).ShouldBe(MemberOutcome.Done);
        (await copies.All(shop.Id, writer.Owner, Ct)).ShouldBeEmpty();
        (await copies.All(shop.Id, shop.Owner, Ct)).ShouldHaveSingleItem();
    }
}
