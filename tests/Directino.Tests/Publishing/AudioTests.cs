using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Planning;
using Directino.Planning.Evergreen;
using Directino.Publishing;
using Directino.Sandbox.Faults;
using Directino.Tests.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Publishing;

public sealed class AudioTests
{
    private const string Waltz = "3380000000000010";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_catalogue_is_asked_while_one_chooses()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", InstagramLogin.Facebook);
        var search = studio.Get<AudioSearch>();

        var trending = await Found(search.Find(shop.Id, account.Id, AudioKind.Music, " ", null, Ct));
        trending.Sounds.ShouldAllBe(s => s.Title != null && s.Artist != null && s.Duration > TimeSpan.Zero);
        var rest = await Found(search.Find(shop.Id, account.Id, AudioKind.Music, null, trending.After, Ct));
        rest.Sounds.Select(s => s.Id).Intersect(trending.Sounds.Select(s => s.Id)).ShouldBeEmpty();
        (await Found(search.Find(shop.Id, account.Id, AudioKind.Music, " waltz ", null, Ct))).Sounds.ShouldHaveSingleItem().Id.ShouldBe(Waltz);
        (await Found(search.Find(shop.Id, account.Id, AudioKind.OriginalSound, "clay", null, Ct))).Sounds.ShouldHaveSingleItem().Title.ShouldBe("Clay on the wheel");
        (await search.Find((await studio.OpenWorkspace("Another")).Id, account.Id, AudioKind.Music, null, null, Ct)).ShouldBeOfType<AudioOutcome.NotThere>();
    }

    [Fact]
    public async Task Who_may_not_is_told_why_before_Instagram_is_asked()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", InstagramLogin.Facebook);
        await shop.Allow(account.Id, Capability.Publish, on: false);
        await Refused(shop, account, GateRules.SwitchedOff);
        var other = await studio.OpenWorkspace("With Instagram's login");
        await Refused(other, await other.Connect("nora.bakes", InstagramLogin.Instagram), PostRules.FacebookLoginOnly);
        var third = await studio.OpenWorkspace("Without the permission");
        await Refused(third, await third.Connect("nora.bakes", InstagramLogin.Facebook, "instagram_basic", "pages_show_list", "pages_read_engagement", "pages_manage_metadata"), GateRules.ScopeMissing);
    }

    [Fact]
    public async Task A_catalogue_that_is_not_released_to_the_app_is_named_as_such()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", InstagramLogin.Facebook);
        studio.Sandbox.Faults.Set(new() { Call = "ig_audio", Kind = FaultKind.Error, Code = 10, Subcode = 9053 });
        await Refused(shop, account, PublishingReasons.NoAudio);
    }

    [Fact]
    public async Task A_track_that_Instagram_no_longer_offers_is_told_before_the_slot_and_named_as_the_reason_after_it()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", InstagramLogin.Facebook);
        shop.LendMedia();
        var search = studio.Get<AudioSearch>();
        var post = await shop.Draft(await Reel(shop, account));
        (await studio.Get<Planner>().Schedule(shop.Id, post.Id, studio.Clock.GetUtcNow().AddHours(30), shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        (await search.IsGone(shop.Id, account.Id, Waltz, Ct)).ShouldBeFalse();
        studio.Sandbox.Control.WithdrawAudio(Waltz);
        (await search.IsGone(shop.Id, account.Id, Waltz, Ct)).ShouldBeTrue();

        await studio.PassTime(TimeSpan.FromHours(8), TimeSpan.FromMinutes(10));
        var rehearsed = await shop.Read(post);
        (rehearsed.State, rehearsed.Reason).ShouldBe((PostState.Scheduled, PublishingReasons.AudioGone));
        await studio.PassTime(TimeSpan.FromHours(22.5), TimeSpan.FromMinutes(5));
        var after = await shop.Read(post);
        (after.State, after.Reason).ShouldBe((PostState.Failed, PublishingReasons.AudioRefused));
        studio.Published().ShouldBeEmpty();
    }

    [Fact]
    public async Task Trouble_on_the_way_is_no_word_about_a_track()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", InstagramLogin.Facebook);
        studio.Sandbox.Control.WithdrawAudio(Waltz);
        studio.Sandbox.Faults.Set(new() { Call = "ig_audio_node", Kind = FaultKind.Outage, Times = 1 });
        (await studio.Get<AudioSearch>().IsGone(shop.Id, account.Id, Waltz, Ct)).ShouldBeFalse();
        (await studio.Get<AudioSearch>().IsGone(shop.Id, account.Id, Waltz, Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_written_is_kept_with_its_silence_and_comes_along_with_a_copy()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", InstagramLogin.Facebook);
        var content = await Reel(shop, account);
        var post = await shop.Draft(content);
        (await shop.Read(post)).Options.Audio.ShouldBe(new PostAudio(Waltz, "Rolling Pin Waltz", "Tin Spoon Trio") { AudioVolume = 0, VideoVolume = 35 });
        (await studio.Get<Planner>().Copy(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.Options.Audio.ShouldBe(content.Options.Audio);
        // A track may come again; the name of a sound is given once.
        (await studio.Get<EvergreenBook>().Add(shop.Id, post.Id, shop.Owner, Ct)).ShouldNotBeOfType<EvergreenOutcome.Refused>();
    }

    private static async Task<AudioOutcome.Found> Found(Task<AudioOutcome> asked) => (await asked).ShouldBeOfType<AudioOutcome.Found>();

    private static async Task Refused(TestWorkspace shop, ConnectedAccount account, string rule) =>
        (await shop.Studio.Get<AudioSearch>().Find(shop.Id, account.Id, AudioKind.Music, null, null, Ct)).ShouldBeOfType<AudioOutcome.Refused>().Rule.ShouldBe(rule);

    private static async Task<PostContent> Reel(TestWorkspace shop, ConnectedAccount account) => new()
    {
        Account = account.Id, Kind = PostKind.Reel, Items = [new ItemContent((await shop.Upload(TestFilms.Read("good.mp4"), "good.mp4")).Id)], Caption = "Rolling",
        Options = new() { Audio = new(Waltz, "Rolling Pin Waltz", "Tin Spoon Trio") { AudioVolume = 0, VideoVolume = 35 } },
    };
}
