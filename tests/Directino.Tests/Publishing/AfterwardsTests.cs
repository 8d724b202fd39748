using Directino.Instagram;
using Directino.Planning;
using Directino.Publishing;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Media;
using Directino.Tests.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Publishing;

public sealed class AfterwardsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FaultKind.AnswerLost, InstagramLogin.Instagram)]
    [InlineData(FaultKind.AnswerLost, InstagramLogin.Facebook)]
    [InlineData(FaultKind.ErrorAfter, InstagramLogin.Instagram)]
    [InlineData(FaultKind.Html502, InstagramLogin.Instagram)]
    [InlineData(FaultKind.RefuseBefore, InstagramLogin.Instagram)]
    public async Task Whatever_happens_to_the_first_comment_it_is_there_once(FaultKind kind, InstagramLogin login)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "comments", Method = "POST", Kind = kind });
        var post = await shop.Publish(await Picture(shop, PostChoices.None with { FirstComment = "Two lines\r\nof @ana" }, login));
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
        var comment = Comments(studio, post).ShouldHaveSingleItem();
        comment.Text.ShouldBe("Two lines\nof @ana");
        (await shop.Story(post))[^1].ShouldSatisfyAllConditions(s => s.Event.ShouldBe(StoryEvent.Commented), s => s.InstagramId.ShouldBe(comment.Id));
    }

    [Fact]
    public async Task A_process_that_dies_while_it_comments_leaves_one_comment()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "comments", Method = "POST", Kind = FaultKind.PauseAfter });
        shop.LendMedia();
        var post = await shop.Draft(await Picture(shop, PostChoices.None with { FirstComment = "First" }));
        await studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct);
        var dying = studio.PassTime(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
        await studio.Sandbox.Faults.NextPaused(Ct);
        studio.Restart();
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
        studio.Sandbox.Faults.Clear();
        await Should.NotThrowAsync(() => dying.ContinueWith(_ => { }, Ct, TaskContinuationOptions.None, TaskScheduler.Default));
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
        Comments(studio, await shop.Read(post)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_first_comment_follows_a_post_whose_own_answer_was_lost()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.AnswerLost });
        var post = await shop.Publish(await Picture(shop, PostChoices.None with { FirstComment = "First" }));
        await studio.Settle();
        post.State.ShouldBe(PostState.Published);
        Comments(studio, post).ShouldHaveSingleItem().Text.ShouldBe("First");
    }

    [Fact]
    public async Task A_first_comment_that_is_refused_leaves_the_post_out_and_says_why()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "comments", Method = "POST", Kind = FaultKind.Error, Code = 100, Times = 0 });
        var post = await shop.Publish(await Picture(shop, PostChoices.None with { FirstComment = "First" }));
        await studio.PassTime(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
        Comments(studio, post).ShouldBeEmpty();
        (await shop.Story(post)).ShouldContain(s => s.Event == StoryEvent.Stopped && s.Reason == "invalid-request");
    }

    [Theory]
    [InlineData(FaultKind.AnswerLost, InstagramLogin.Facebook)]
    [InlineData(FaultKind.AnswerLost, InstagramLogin.Instagram)]
    [InlineData(FaultKind.RefuseBefore, InstagramLogin.Instagram)]
    public async Task Whatever_happens_on_the_way_comments_are_closed(FaultKind kind, InstagramLogin login)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media_node", Method = "POST", Kind = kind });
        var post = await shop.Publish(await Picture(shop, PostChoices.None with { CommentsOff = true }, login));
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
        studio.Sandbox.World.Read(state => state.Media[post.InstagramId!].CommentsEnabled).ShouldBeFalse();
        studio.Sandbox.Journal("comments-switched").ShouldAllBe(e => !((CommentsSwitched)e.Effect).Enabled);
        (await shop.Story(post)).Select(s => s.Event).ShouldContain(StoryEvent.CommentsClosed);
    }

    private static async Task<PostContent> Picture(TestWorkspace shop, PostChoices options, InstagramLogin login = InstagramLogin.Instagram)
    {
        var account = await shop.Connect("nora.bakes", login);
        return PostContent.OnePicture(account.Id, (await shop.Upload(TestPictures.Small)).Id, "Bread") with { Options = options };
    }

    private static List<Comment> Comments(Tests.Studio.Studio studio, Post post) =>
        [.. studio.Sandbox.Journal("comment-made").Select(e => ((CommentMade)e.Effect).Comment).Where(c => c.MediaId == post.InstagramId)];
}
