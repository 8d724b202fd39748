using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;

namespace Directino.Instagram.Tests.Sandbox;

/// <summary>Every limit of <see cref="InstagramLimits"/> that one can run into with a post, just inside and just outside, through the client.</summary>
public sealed class LimitsOfPosts
{
    private static readonly Uri Loaf = FakeFiles.Picture("loaf");

    private static readonly Dictionary<string, (ContainerRequest Inside, ContainerRequest Outside, int Code, int? Subcode)> Refused = new()
    {
        ["caption"] = (Image() with { Caption = new string('ä', InstagramLimits.CaptionCharacters) }, Image() with { Caption = new string('ä', InstagramLimits.CaptionCharacters + 1) }, 36004, 2207010),
        ["hashtags"] = (Image() with { Caption = Words('#', InstagramLimits.CaptionHashtags) }, Image() with { Caption = Words('#', InstagramLimits.CaptionHashtags + 1) }, 36004, 2207010),
        ["mentions"] = (Image() with { Caption = Words('@', InstagramLimits.CaptionMentions) }, Image() with { Caption = Words('@', InstagramLimits.CaptionMentions + 1) }, 36004, 2207010),
        ["alt text"] = (Image() with { AltText = new string('a', InstagramLimits.AltTextCharacters) }, Image() with { AltText = new string('a', InstagramLimits.AltTextCharacters + 1) }, 100, null),
        ["alt text of an item"] = (
            new CarouselImageContainer { ImageUrl = Loaf, AltText = new string('a', InstagramLimits.AltTextCharacters) },
            new CarouselImageContainer { ImageUrl = Loaf, AltText = new string('a', InstagramLimits.AltTextCharacters + 1) }, 100, null),
        ["user tags"] = (Image() with { UserTags = Tags(InstagramLimits.UserTags) }, Image() with { UserTags = Tags(InstagramLimits.UserTags + 1) }, 100, 2207040),
        ["user tags of a film"] = (Reel() with { TaggedUsers = Names(InstagramLimits.UserTags) }, Reel() with { TaggedUsers = Names(InstagramLimits.UserTags + 1) }, 100, 2207040),
        ["user tags of a story"] = (
            new StoryImageContainer { ImageUrl = Loaf, UserTags = [.. Names(InstagramLimits.UserTags).Select(name => new StoryTag(name))] },
            new StoryImageContainer { ImageUrl = Loaf, UserTags = [.. Names(InstagramLimits.UserTags + 1).Select(name => new StoryTag(name))] }, 100, 2207040),
        ["position"] = (Image() with { UserTags = [new("ana", 1m, 0m)] }, Image() with { UserTags = [new("ana", 1.01m, 0m)] }, 100, null),
        ["collaborators"] = (Image() with { Collaborators = Names(InstagramLimits.Collaborators) }, Image() with { Collaborators = Names(InstagramLimits.Collaborators + 1) }, 100, null),
        ["product tags"] = (Image() with { ProductTags = Products(InstagramLimits.ProductTags) }, Image() with { ProductTags = Products(InstagramLimits.ProductTags + 1) }, 100, 2207037),
        ["product tags of a film"] = (Reel() with { ProductIds = ["1", "2", "3", "4", "5"] }, Reel() with { ProductIds = ["1", "2", "3", "4", "5", "6"] }, 100, 2207037),
        ["a product twice"] = (Reel() with { ProductIds = ["1", "2"] }, Reel() with { ProductIds = ["1", "1"] }, 100, 2207037),
        ["a product of nobody's catalogue"] = (Reel() with { ProductIds = ["1"] }, Reel() with { ProductIds = ["7"] }, 100, 2207037),
        ["a product that Meta refused"] = (Reel() with { ProductIds = ["1"] }, Reel() with { ProductIds = ["79"] }, 100, 2207037),
        ["place of a product"] = (Image() with { ProductTags = [new("1", 1m, 0m)] }, Image() with { ProductTags = [new("1", 1m, 1.01m)] }, 100, null),
        ["answers of a poll"] = (Image() with { Poll = new("Rye", "Wheat") }, Image() with { Poll = new("Rye", "") }, 100, null),
        ["place"] = (Image() with { LocationId = "309000000000001" }, Image() with { LocationId = "309000000000005" }, 100, null),
        ["narrowest picture"] = (At("1080x1350"), At("1080x1365"), 36003, 2207009),
        ["widest picture"] = (At("1080x566"), At("1080x560"), 36003, 2207009),
        ["shape of a carousel picture"] = (
            new CarouselImageContainer { ImageUrl = FakeFiles.Picture("1080x1350") }, new CarouselImageContainer { ImageUrl = FakeFiles.Picture("1080x1365") }, 36003, 2207009),
        ["largest picture"] = (At("8388608"), At("8388609"), 36000, 2207004),
        ["largest story picture"] = (
            new StoryImageContainer { ImageUrl = FakeFiles.Picture("8388608") }, new StoryImageContainer { ImageUrl = FakeFiles.Picture("8388609") }, 36000, 2207004),
        ["largest cover"] = (Reel() with { CoverUrl = FakeFiles.Picture("8388608") }, Reel() with { CoverUrl = FakeFiles.Picture("8388609") }, 36000, 2207004),
        ["first frame"] = (Reel() with { ThumbOffset = TimeSpan.Zero }, Reel() with { ThumbOffset = TimeSpan.FromMilliseconds(-1) }, 1, 2207057),
        ["loudest track"] = (Sounding(InstagramLimits.VolumeMost, 0), Sounding(InstagramLimits.VolumeMost + 1, 0), 100, 9057),
        ["most silent track"] = (Sounding(0, 0), Sounding(-1, 0), 100, 9057),
        ["loudest own sound"] = (Sounding(0, InstagramLimits.VolumeMost), Sounding(0, InstagramLimits.VolumeMost + 1), 100, 9057),
        ["most silent own sound"] = (Sounding(0, 0), Sounding(0, -1), 100, 9057),
        ["a track of nobody"] = (Sounding(50, 50), Reel() with { Audio = new("7") }, 100, 9055),
        ["a track for a trial reel"] = (Sounding(50, 50) with { Graduation = GraduationStrategy.Manual }, Reel() with { Audio = new("7"), Graduation = GraduationStrategy.Manual }, 100, 9055),
        ["fetched"] = (Image(), Image() with { ImageUrl = FakeFiles.Picture("nobody") }, 9004, 2207052),
    };

    private static readonly Dictionary<string, (ContainerRequest Inside, ContainerRequest Outside, int Subcode)> Failed = new()
    {
        ["reel, shortest"] = (Reel("good.mp4"), Reel("too-short.mp4"), 2207026),
        ["reel, largest"] = (Reel("good.mp4"), Reel("314572801.mp4"), 2207026),
        ["reel, slowest"] = (Reel("good.mp4"), Reel("slow.mp4"), 2207026),
        ["reel, fastest"] = (Reel("square.mp4"), Reel("fast.mp4"), 2207026),
        ["reel, widest"] = (Reel("square.mp4"), Reel("too-wide.mp4"), 2207026),
        ["reel, narrowest"] = (Reel("minute.mp4"), Reel("too-thin.mp4"), 2207026),
        ["reel, codec"] = (Reel("hevc.mp4"), Reel("mpeg4.mp4"), 2207026),
        ["reel, sound"] = (Reel("silent.mp4"), Reel("mp3.mp4"), 2207026),
        ["reel, channels"] = (Reel("good.mp4"), Reel("surround.mp4"), 2207026),
        ["reel, rate of sound"] = (Reel("good.mp4"), Reel("hi-rate.mp4"), 2207026),
        ["reel, chroma"] = (Reel("good.mp4"), Reel("chroma-422.mp4"), 2207026),
        ["reel, order of the file"] = (Reel("good.mov"), Reel("moov-last.mp4"), 2207026),
        ["reel, edit list"] = (Reel("good.mp4"), Reel("edit-list.mp4"), 2207026),
        ["reel, longest of the others"] = (Reel("too-long-for-a-story.mp4"), Reel("loaf.jpg"), 2207026),
        ["reel, fetched"] = (Reel("good.mp4"), Reel("nobody.mov"), 2207052),
        ["reel, last frame"] = (Reel("square.mp4") with { ThumbOffset = TimeSpan.FromSeconds(3.9) }, Reel("square.mp4") with { ThumbOffset = TimeSpan.FromSeconds(4.2) }, 2207057),
        ["trial reel, shortest"] = (Reel("good.mp4") with { Graduation = GraduationStrategy.Manual }, Reel("too-short.mp4") with { Graduation = GraduationStrategy.Manual }, 2207026),
        ["story, shortest"] = (Story("good.mp4"), Story("too-short.mp4"), 2207026),
        ["story, longest"] = (Story("minute.mp4"), Story("too-long-for-a-story.mp4"), 2207026),
        ["item, longest"] = (Item("minute.mp4"), Item("too-long-for-a-story.mp4"), 2207026),
        ["item, last frame"] = (Item("square.mp4") with { ThumbOffset = TimeSpan.FromSeconds(3.9) }, Item("square.mp4") with { ThumbOffset = TimeSpan.FromSeconds(4.2) }, 2207057),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> AtOnce => [.. Refused.Keys];

    public static TheoryData<string> Later => [.. Failed.Keys];

    [Theory]
    [MemberData(nameof(AtOnce))]
    public async Task What_is_wrong_with_words_tags_and_pictures_is_answered_at_once(string name)
    {
        var (inside, outside, code, subcode) = Refused[name];
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox);

        (await sandbox.Settled(access, await sandbox.Client.Publishing.CreateContainer(access, inside, Cancellation))).Code.ShouldBe(ContainerCode.Finished);
        var refused = await Should.ThrowAsync<InstagramException>(() => sandbox.Client.Publishing.CreateContainer(access, outside, Cancellation));

        (refused.Code, refused.Subcode).ShouldBe((code, subcode), refused.Message);
        (await sandbox.Look("journal?kind=container-made")).GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Later))]
    public async Task What_is_wrong_with_a_film_is_found_in_its_status(string name)
    {
        var (inside, outside, subcode) = Failed[name];
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox);

        (await sandbox.Settled(access, await sandbox.Client.Publishing.CreateContainer(access, inside, Cancellation))).Code.ShouldBe(ContainerCode.Finished);
        var status = await sandbox.Settled(access, await sandbox.Client.Publishing.CreateContainer(access, outside, Cancellation));

        (status.Code, status.Subcode).ShouldBe((ContainerCode.Error, subcode), status.Text);
    }

    [Theory]
    [InlineData(InstagramLimits.CarouselItemsLeast, true)]
    [InlineData(InstagramLimits.CarouselItemsLeast - 1, false)]
    [InlineData(InstagramLimits.CarouselItemsMost, true)]
    [InlineData(InstagramLimits.CarouselItemsMost + 1, false)]
    public async Task A_carousel_has_two_to_ten_items(int count, bool passes)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox);
        var children = new List<string>();
        for (var i = 0; i < count; i++) children.Add(await sandbox.Client.Publishing.CreateContainer(access, new CarouselImageContainer { ImageUrl = Loaf }, Cancellation));
        var carousel = new CarouselContainer { Children = children };

        if (passes)
        {
            var media = await sandbox.PublishContainer(access, await sandbox.Client.Publishing.CreateContainer(access, carousel, Cancellation));
            (await sandbox.Client.Media.Children(access, media, Cancellation)).Count.ShouldBe(count);
            (await sandbox.Client.Publishing.Limit(access, Cancellation)).QuotaUsage.ShouldBe(1);
        }
        else
        {
            (await Should.ThrowAsync<InvalidRequestException>(() => sandbox.Client.Publishing.CreateContainer(access, carousel, Cancellation))).Subcode.ShouldBe(2207028);
        }
    }

    [Fact]
    public async Task A_paid_partnership_names_two_brands_at_most_and_not_oneself()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox);
        var brands = new[] { await sandbox.AnotherAccount("roastery"), await sandbox.AnotherAccount("mill"), await sandbox.AnotherAccount("dairy") };
        Task<string> With(params string[] sponsors) => sandbox.Client.Publishing.CreateContainer(access, Image() with { SponsorIds = sponsors }, Cancellation);

        await With(brands[..InstagramLimits.Sponsors]);
        (await Should.ThrowAsync<InvalidRequestException>(() => With(brands[..(InstagramLimits.Sponsors + 1)]))).Message.ShouldContain(PublishingWords.Sponsor);
        (await Should.ThrowAsync<InvalidRequestException>(() => With(access.AccountId))).Message.ShouldContain(PublishingWords.Sponsor);
        await sandbox.Control("accounts/bakery", """{"partnershipsAllowed":false}""");
        await Should.ThrowAsync<PermissionMissingException>(() => With(brands[0]));
    }

    [Theory]
    [InlineData(25)]
    [InlineData(50)]
    [InlineData(100)]
    public async Task The_daily_limit_is_what_the_account_is_told(int total)
    {
        await using var sandbox = await SandboxHost.Start(("Sandbox:QuotaTotal", $"{total}"), ("Sandbox:ContainerPolls", "0"));
        var access = await Connect(sandbox);
        var publishing = sandbox.Client.Publishing;
        async Task<string> One() => await publishing.Publish(access, await publishing.CreateContainer(access, Image(), Cancellation), Cancellation);

        for (var i = 0; i < total; i++) await One();
        (await publishing.Limit(access, Cancellation)).ShouldBe(new PublishingLimit(total, total, TimeSpan.FromDays(1)));
        await Should.ThrowAsync<PublishingLimitException>(One);
        sandbox.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        await One();
    }

    [Fact]
    public async Task A_container_lives_for_a_day()
    {
        await using var sandbox = await SandboxHost.Start(("Sandbox:ContainerPolls", "0"));
        var access = await Connect(sandbox);
        var publishing = sandbox.Client.Publishing;
        var (first, second) = (await publishing.CreateContainer(access, Image(), Cancellation), await publishing.CreateContainer(access, Image(), Cancellation));

        sandbox.Clock.Advance(InstagramLimits.ContainerLife - TimeSpan.FromSeconds(1));
        await publishing.Publish(access, first, Cancellation);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        (await publishing.ContainerStatus(access, second, Cancellation)).Code.ShouldBe(ContainerCode.Expired);
        await Should.ThrowAsync<ContainerGoneException>(() => publishing.Publish(access, second, Cancellation));
    }

    [Fact]
    public async Task A_story_is_shown_for_a_day()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox);
        await sandbox.PublishContainer(access, await sandbox.Client.Publishing.CreateContainer(access, new StoryImageContainer { ImageUrl = Loaf }, Cancellation));

        sandbox.Clock.Advance(InstagramLimits.StoryLife - TimeSpan.FromSeconds(1));
        (await sandbox.Client.Media.Stories(access, cancellation: Cancellation)).Items.ShouldHaveSingleItem();
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        (await sandbox.Client.Media.Stories(access, cancellation: Cancellation)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_makes_four_hundred_containers_a_day()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox);
        for (var i = 0; i < InstagramLimits.ContainersPerDay; i++) await sandbox.Client.Publishing.CreateContainer(access, Image(), Cancellation);
        await Should.ThrowAsync<PublishingLimitException>(() => sandbox.Client.Publishing.CreateContainer(access, Image(), Cancellation));
    }

    private static ImageContainer Image() => new() { ImageUrl = Loaf };

    private static ImageContainer At(string picture) => new() { ImageUrl = FakeFiles.Picture(picture) };

    private static ReelContainer Reel(string film = "good.mp4") => new() { Video = VideoSource.At(FakeFiles.Film(film)) };

    private static ReelContainer Sounding(int track, int own) => Reel() with { Audio = new("3380000000000010") { AudioVolume = track, VideoVolume = own } };

    private static StoryVideoContainer Story(string film) => new() { Video = VideoSource.At(FakeFiles.Film(film)) };

    private static CarouselVideoContainer Item(string film) => new() { Video = VideoSource.At(FakeFiles.Film(film)) };

    private static string Words(char sign, int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"{sign}w{i}"));

    private static List<string> Names(int count) => [.. Enumerable.Range(0, count).Select(i => $"person{i}")];

    private static List<UserTag> Tags(int count) => [.. Names(count).Select(name => new UserTag(name, 0.5m, 0.5m))];

    private static List<ProductTag> Products(int count) => [.. Enumerable.Range(1, count).Select(i => new ProductTag($"{i}", 0.5m, 0.5m))];

    /// <summary>The login that offers everything.</summary>
    private static Task<InstagramAccess> Connect(SandboxHost sandbox) =>
        sandbox.Connect(InstagramLogin.Facebook, "instagram_basic", "instagram_content_publish", "instagram_shopping_tag_products", "catalog_management", "pages_show_list", "pages_read_engagement");
}
