using Directino.Accounts;
using Directino.Instagram;
using Directino.Ledger;
using Directino.Planning;
using Directino.Publishing;
using Directino.Sandbox.Faults;
using Directino.Tests.Media;
using Directino.Tests.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Publishing;

public sealed class RefusalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(36000, 2207004, PublishingReasons.PictureTooLarge)]
    [InlineData(36001, 2207005, PublishingReasons.PictureFormat)]
    [InlineData(36003, 2207009, PublishingReasons.PictureShape)]
    [InlineData(36004, 2207010, PublishingReasons.CaptionRefused)]
    [InlineData(100, 2207040, PublishingReasons.TooManyTags)]
    [InlineData(25, 2207050, PublishingReasons.Restricted)]
    [InlineData(10, null, "permission-missing")]
    [InlineData(1, 2207057, PostRules.CoverOutsideVideo)]
    [InlineData(100, 2207035, PublishingReasons.ProductsRefused)]
    [InlineData(100, 2207036, PublishingReasons.ProductsRefused)]
    [InlineData(100, 2207037, PublishingReasons.ProductsRefused)]
    [InlineData(352, 2207026, PublishingReasons.PictureRefused)]
    [InlineData(100, null, PublishingReasons.PlaceRefused, "INSTAGRAM_PLATFORM_API__INVALID_LOCATION_ID")]
    [InlineData(100, null, PublishingReasons.SponsorRefused, "INSTAGRAM_PLATFORM_API__INVALID_PARAM")]
    [InlineData(10, null, PublishingReasons.PartnershipRefused, "INSTAGRAM_PLATFORM_API__PERMISSION")]
    public async Task A_refusal_of_the_post_itself_fails_it_in_words(int code, int? subcode, string reason, string? message = null)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media", Method = "POST", Kind = FaultKind.Error, Code = code, Subcode = subcode, Message = message, Times = 0 });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Refused");
        await studio.PassTime(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));
        var failed = await shop.Read(post);
        (failed.State, failed.Reason).ShouldBe((PostState.Failed, reason));
        failed.ReasonDetail.ShouldNotBeNull().ShouldStartWith($"{code}/{subcode}");

        studio.Sandbox.Faults.Clear();
        if (reason == PublishingReasons.Restricted)
            return; // Rests for an hour.
        (await studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await shop.Watch(post);
        studio.Published().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(36003, 2207009, PublishingReasons.PictureShape)]
    [InlineData(100, 2207037, PublishingReasons.ProductsRefused)]
    [InlineData(100, null, PublishingReasons.PlaceRefused, "INSTAGRAM_PLATFORM_API__INVALID_LOCATION_ID")]
    [InlineData(100, null, PublishingReasons.SponsorRefused, "INSTAGRAM_PLATFORM_API__INVALID_PARAM")]
    [InlineData(10, null, PublishingReasons.PartnershipRefused, "INSTAGRAM_PLATFORM_API__PERMISSION")]
    public async Task A_refusal_that_comes_only_at_the_end_is_believed_when_the_post_is_not_out(int code, int? subcode, string reason, string? message = null)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.Error, Code = code, Subcode = subcode, Message = message, Times = 0 });
        var post = await shop.Watch(await shop.PublishNow(await shop.Connect("nora.bakes"), "Refused"));
        (post.State, post.Reason).ShouldBe((PostState.Failed, reason));
        studio.Published().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_that_is_none_is_named()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var picture = await shop.Upload(TestPictures.Small);
        var content = PostContent.OnePicture((await shop.Connect("nora.bakes")).Id, picture.Id, "Nowhere");
        var post = await shop.Publish(content with { Options = PostChoices.None with { LocationId = "309000000000005", LocationName = "Bakery on the Web" } });
        (post.State, post.Reason).ShouldBe((PostState.Failed, PublishingReasons.PlaceRefused));
    }

    [Fact]
    public async Task An_option_that_the_login_lost_meanwhile_is_named()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", InstagramLogin.Facebook);
        var picture = await shop.Upload(TestPictures.Small);
        shop.LendMedia();
        var post = await shop.Draft(PostContent.OnePicture(account.Id, picture.Id, "Paid") with { Options = PostChoices.None with { PaidPartnership = true } });
        (await studio.Get<Planner>().Schedule(shop.Id, post.Id, studio.Clock.GetUtcNow().AddHours(1), shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await using (var db = shop.Open())
        {
            // Connected again, by the other login.
            var known = await db.Set<ConnectedAccount>().SingleAsync(Ct);
            known.Reconnect(InstagramLogin.Instagram, null, Scopes.ToAsk(InstagramLogin.Instagram, Enum.GetValues<Capability>()), studio.Clock.GetUtcNow(), null);
            await db.SaveChangesAsync(Ct);
        }

        await shop.LogInAgain(account);
        await studio.PassTime(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));
        post = await shop.Read(post);
        (post.State, post.Reason).ShouldBe((PostState.Failed, PostRules.FacebookLoginOnly));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_fetched_is_tried_for_two_minutes_and_named()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Unreachable");
        studio.Sandbox.Files = _ => Task.FromResult<byte[]?>(null);
        await studio.PassTime(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));
        (await shop.Read(post)).State.ShouldBe(PostState.Publishing);
        await studio.PassTime(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(10));
        (await shop.Read(post)).Reason.ShouldBe(PublishingReasons.PictureNotFetched);
        (await shop.Read(post)).State.ShouldBe(PostState.Failed);
    }

    [Fact]
    public async Task A_post_outlasts_ten_minutes_of_an_Instagram_that_is_down()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        studio.Sandbox.Faults.Set(new Fault { Call = "media", Method = "POST", Kind = FaultKind.Html502, Times = 1000 });
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Patient");
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(10));
        ((await shop.Read(post)).State, (await shop.Read(post)).Reason).ShouldBe((PostState.Publishing, PublishingReasons.Trouble));

        studio.Sandbox.Faults.Clear();
        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(10));
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
        studio.Published().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_taken_for_spam_is_not_tried_again_and_the_account_rests()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        studio.Sandbox.Faults.Set(new Fault { Call = "media_publish", Kind = FaultKind.Error, Code = 4, Subcode = 2207051 });
        var post = await shop.PublishNow(account, "Blocked");
        var next = await shop.Schedule(account, "Next", TimeSpan.FromMinutes(30));
        await studio.PassTime(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(3));
        await studio.PassTime(TimeSpan.FromMinutes(31), TimeSpan.FromMinutes(1));
        var blocked = await shop.Read(post);
        (blocked.State, blocked.Reason).ShouldBe((PostState.Failed, PublishingReasons.TakenForSpam));
        var waiting = await shop.Read(next);
        (waiting.State, waiting.Reason).ShouldBe((PostState.Publishing, PublishingReasons.TakenForSpam));
        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        (await shop.Read(next)).State.ShouldBe(PostState.Missed);
        studio.Published().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_of_an_account_that_needs_login_waits_says_so_and_goes_on()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        studio.Sandbox.Control.EndTokens("nora.bakes", 460);
        var post = await shop.PublishNow(account, "Waits");
        await studio.PassTime(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1));
        (await shop.Read(post)).Reason.ShouldBe(GateRules.NeedsLogin);
        (await shop.Read(post)).State.ShouldBe(PostState.Publishing);

        await shop.LogInAgain(account);
        await shop.Watch(post);
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }
}
