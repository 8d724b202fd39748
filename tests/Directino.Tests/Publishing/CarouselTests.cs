using Directino.Ledger;
using Directino.Media;
using Directino.Planning;
using Directino.Publishing;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Publishing;
using Directino.Tests.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Publishing;

public sealed class CarouselTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_picture_that_is_refused_fails_the_post_names_the_picture_and_calls_off_the_others(int refused)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var content = await Pictures(shop, 3);
        studio.Sandbox.Faults.Set(new Fault { Call = "media", Method = "POST", Kind = FaultKind.Error, Code = 36003, Subcode = 2207009, After = refused });
        var post = await shop.Publish(content);
        (post.State, post.Reason).ShouldBe((PostState.Failed, PublishingReasons.PictureShape));
        Made(studio).Count.ShouldBe(refused);
        await using var db = shop.Open();
        var acts = await db.Set<Act>().Where(a => a.SubjectId == post.Id.Value).OrderBy(a => a.Id).ToListAsync(Ct);
        acts.Select(a => a.State).ShouldBe([.. Enumerable.Repeat(ActState.Done, refused), ActState.Failed, .. Enumerable.Repeat(ActState.Refused, 2 - refused)]);
        post.ReasonItem.ShouldBe(LedgerJson.Read<ContainerOrder>(acts[refused]).Position);
        post.ReasonItem.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_picture_that_cannot_be_fetched_is_tried_again_and_then_named()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var content = await Pictures(shop, 3);
        var gone = await shop.Bytes((await studio.Get<MediaLibrary>().Find(shop.Id, content.Items[1].Media, Ct))!);
        shop.LendMedia();
        var lend = studio.Sandbox.Files;
        var post = await shop.Draft(content);
        studio.Sandbox.Files = async address => await lend(address) is { } bytes && !bytes.AsSpan().SequenceEqual(gone) ? bytes : null;
        await studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct);
        post = await shop.Watch(post);
        (post.State, post.Reason, post.ReasonItem).ShouldBe((PostState.Failed, PublishingReasons.PictureNotFetched, 1));

        // Mended, it goes out as it was meant to.
        shop.LendMedia();
        await studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct);
        (await shop.Watch(post)).State.ShouldBe(PostState.Published);
        ((Published)studio.Published().ShouldHaveSingleItem().Effect).Children.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(2207026, PublishingReasons.PictureRefused, 1)]
    [InlineData(2207053, PublishingReasons.UploadFailed, 3)]
    [InlineData(2207099, PublishingReasons.ContainerGone, 3)]
    public async Task A_video_that_Instagram_cannot_use_fails_the_post_and_is_named(int subcode, string reason, int attempts)
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var picture = await shop.Upload(TestPictures.Small);
        var film = await shop.Upload(TestFilms.Read("good.mp4"), "good.mp4");
        shop.LendMedia();
        var post = await shop.Draft(new PostContent { Account = account.Id, Items = [new(picture.Id), new(film.Id)], Caption = "Bread" });
        await studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct);
        for (var i = 0; i < 60 && (await shop.Read(post)).State == PostState.Publishing; i++)
        {
            foreach (var made in Made(studio).Where(c => c.IsVideo))
                studio.Sandbox.Control.FailContainer(made.Id, subcode);
            await studio.PassTime(TimeSpan.FromSeconds(2));
        }

        post = await shop.Read(post);
        (post.State, post.Reason, post.ReasonItem).ShouldBe((PostState.Failed, reason, 1));
        Made(studio).Count(c => c.IsVideo).ShouldBe(attempts);
        studio.Published().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FaultKind.AnswerLost, 0)]
    [InlineData(FaultKind.AnswerLost, 1)]
    [InlineData(FaultKind.AnswerLost, 3)]
    [InlineData(FaultKind.Html502, 2)]
    [InlineData(FaultKind.RefuseBefore, 1)]
    [InlineData(FaultKind.ErrorAfter, 3)]
    public async Task Whatever_happens_to_one_of_its_calls_there_is_one_post_with_all_items(FaultKind kind, int call)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var content = await Pictures(shop, 3);
        studio.Sandbox.Faults.Set(new Fault { Call = "media", Method = "POST", Kind = kind, After = call });
        IsOnePost(studio, await shop.Publish(content));
        // What was made without our knowing is a container too many; nobody sees it.
        Made(studio).Count.ShouldBe(kind is FaultKind.AnswerLost or FaultKind.ErrorAfter ? 5 : 4);
    }

    [Theory]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.ErrorAfter)]
    [InlineData(FaultKind.Html502)]
    public async Task A_lost_answer_to_its_publication_leaves_one_post(FaultKind kind)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var content = await Pictures(shop, 3);
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = kind });
        IsOnePost(studio, await shop.Publish(content));
    }

    [Theory]
    [InlineData(FaultKind.PauseBefore, 0)]
    [InlineData(FaultKind.PauseAfter, 0)]
    [InlineData(FaultKind.PauseAfter, 1)]
    [InlineData(FaultKind.PauseAfter, 2)]
    [InlineData(FaultKind.PauseBefore, 3)]
    [InlineData(FaultKind.PauseAfter, 3)]
    public async Task A_process_that_dies_between_its_items_leaves_one_post(FaultKind kind, int call)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var content = await Pictures(shop, 3);
        studio.Sandbox.Faults.Set(new Fault { Call = "media", Method = "POST", Kind = kind, After = call });
        var post = await shop.Draft(content);
        shop.LendMedia();
        await studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct);
        var dying = studio.PassTime(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));
        await studio.Sandbox.Faults.NextPaused(Ct);
        studio.Restart();
        post = await shop.Watch(post);

        // What the dead process still had in its hands comes to nothing, even if it was only slow.
        studio.Sandbox.Faults.Clear();
        await Should.NotThrowAsync(() => dying.ContinueWith(_ => { }, Ct, TaskContinuationOptions.None, TaskScheduler.Default));
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10));
        IsOnePost(studio, post);
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }

    [Fact]
    public async Task Withdrawn_between_its_items_it_does_not_go_out()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var content = await Pictures(shop, 3);
        studio.Sandbox.Faults.Set(new Fault { Call = "media", Method = "POST", Kind = FaultKind.Error, Code = 9004, Subcode = 2207052, After = 1 });
        var post = await shop.Draft(content);
        shop.LendMedia();
        var planner = studio.Get<Planner>();
        await planner.Schedule(shop.Id, post.Id, studio.Clock.GetUtcNow().AddMinutes(4), shop.Owner, null, Ct);
        await studio.PassTime(TimeSpan.FromSeconds(1));
        (await planner.Withdraw(shop.Id, post.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));
        (await shop.Read(post)).State.ShouldBe(PostState.Draft);
        studio.Published().ShouldBeEmpty();
        Made(studio).Count.ShouldBeLessThan(4);
    }

    private static async Task<PostContent> Pictures(TestWorkspace shop, int count)
    {
        var account = await shop.Connect("nora.bakes");
        var items = new List<ItemContent>();
        for (var i = 0; i < count; i++)
            items.Add(new ItemContent((await shop.Upload(TestPictures.Jpeg(320, 320, 40 + (20 * i)), $"{i}.jpg")).Id) { AltText = $"Loaf {i}" });
        return new PostContent { Account = account.Id, Items = items, Caption = "Three loaves" };
    }

    private static void IsOnePost(Tests.Studio.Studio studio, Post post)
    {
        (post.State, post.Reason).ShouldBe((PostState.Published, null));
        var published = (Published)studio.Published().ShouldHaveSingleItem().Effect;
        post.InstagramId.ShouldBe(published.Media.Id);
        published.Children.Select(c => c.AltText).ShouldBe(["Loaf 0", "Loaf 1", "Loaf 2"]);
    }

    private static List<Container> Made(Tests.Studio.Studio studio) => [.. studio.Sandbox.Journal("container-made").Select(e => ((ContainerMade)e.Effect).Container)];
}
