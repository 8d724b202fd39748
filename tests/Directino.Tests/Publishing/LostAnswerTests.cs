using Directino.Accounts;
using Directino.Planning;
using Directino.Sandbox.Faults;
using Directino.Tests.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Publishing;

/// <summary>Every kind of post is found again where Instagram lists it.</summary>
public sealed class LostAnswerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<FaultKind, string> Posts => new(
        [FaultKind.AnswerLost, FaultKind.ErrorAfter],
        ["story picture", "story video", "reel with a cover", "trial reel to be decided", "trial reel by performance", "carousel with videos"]);

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_post_whose_answer_was_lost_is_found_and_not_sent_again(FaultKind fault, string name)
    {
        if (EveryKind.HasFilm(name))
            TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var kind = await EveryKind.Of(name, shop, await shop.Connect("nora.bakes"));
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = fault, Code = 2 });
        var post = await shop.Publish(kind.Make(name).Content);
        (post.State, post.InstagramId).ShouldBe((PostState.Published, studio.Published().ShouldHaveSingleItem().MediaId()));
        post.Permalink.ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_stories_whose_answers_were_lost_are_two()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.AnswerLost, Times = 2 });
        var (first, second) = (await Story(shop, account.Id, 40), await Story(shop, account.Id, 90));
        await studio.PassTime(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(1));
        (first, second) = (await shop.Read(first), await shop.Read(second));
        (first.State, second.State).ShouldBe((PostState.Published, PostState.Published));
        studio.Published().Select(e => e.MediaId()).ShouldBe([first.InstagramId!, second.InstagramId!], ignoreOrder: true);
        first.InstagramId.ShouldNotBe(second.InstagramId);
    }

    [Fact]
    public async Task A_picture_and_a_reel_of_the_same_words_are_not_taken_for_each_other()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        shop.LendMedia();
        var picture = await shop.Upload(TestPictures.Small);
        var film = await shop.Upload(TestFilms.Read("good.mp4"), "good.mp4");
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.AnswerLost, Times = 2 });
        studio.Sandbox.Faults.Set(new Fault { Call = "media_list", Kind = FaultKind.Outage, Seconds = 120 });
        var slot = studio.Clock.GetUtcNow().AddMinutes(40);
        var reel = await Schedule(shop, PostContent.OnePicture(account.Id, film.Id, "Bread") with { Kind = PostKind.Reel }, slot);
        var post = await Schedule(shop, PostContent.OnePicture(account.Id, picture.Id, "Bread"), slot);
        await studio.PassTime(TimeSpan.FromMinutes(39), TimeSpan.FromMinutes(1));
        await studio.PassTime(TimeSpan.FromMinutes(6), TimeSpan.FromSeconds(2));
        (reel, post) = (await shop.Read(reel), await shop.Read(post));
        (reel.State, post.State).ShouldBe((PostState.Published, PostState.Published));
        studio.Sandbox.World.Read(state => (state.Media[reel.InstagramId!].ProductType, state.Media[post.InstagramId!].ProductType)).ShouldBe(("REELS", "FEED"));
        studio.Published().Count.ShouldBe(2);
    }

    private static async Task<Post> Story(TestWorkspace shop, AccountId account, int shade)
    {
        shop.LendMedia();
        var picture = await shop.Upload(TestPictures.Jpeg(320, 568, shade), $"{shade}.jpg");
        var post = await shop.Draft(new PostContent { Account = account, Kind = PostKind.Story, Items = [new ItemContent(picture.Id)] });
        (await shop.Studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        return post;
    }

    private static async Task<Post> Schedule(TestWorkspace shop, PostContent content, DateTimeOffset slot)
    {
        var post = await shop.Draft(content);
        (await shop.Studio.Get<Planner>().Schedule(shop.Id, post.Id, slot, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        return post;
    }
}
