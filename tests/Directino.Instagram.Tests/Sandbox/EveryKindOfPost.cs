using System.Globalization;
using System.Text.Json;
using Directino.Instagram.Publishing;

namespace Directino.Instagram.Tests.Sandbox;

/// <summary>Publishes every kind with every option through both logins and compares what the sandbox wrote down, field by field, with what was asked for.</summary>
public sealed class EveryKindOfPost
{
    private const string Place = "309000000000001";

    /// <summary>What is the sandbox's own business: ids, times, files.</summary>
    private static readonly string[] Own =
    [
        "id", "accountId", "timestamp", "shortcode", "permalink", "containerId", "file", "posterFile", "cover", "details.coverFile", "parentId", "children",
        "film", "commentsEnabled",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<InstagramLogin, ContainerKind> Posts
    {
        get
        {
            var posts = new TheoryData<InstagramLogin, ContainerKind>();
            foreach (var login in Enum.GetValues<InstagramLogin>())
            {
                foreach (var kind in Enum.GetValues<ContainerKind>().Except([ContainerKind.CarouselImage, ContainerKind.CarouselVideo])) posts.Add(login, kind);
            }
            return posts;
        }
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_post_with_every_option_is_what_was_asked_for(InstagramLogin login, ContainerKind kind)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, login);
        var children = new List<(ContainerRequest Request, string[] Expected)>();
        if (kind == ContainerKind.Carousel) children = [Item(login), FilmItem(login)];
        var ids = new List<string>();
        foreach (var child in children) ids.Add(await Make(sandbox, access, child.Request));
        var (request, expected) = Of(kind, login, ids, await sandbox.AnotherAccount("roastery"));

        // Nothing the table allows is left untested.
        request.Options.Concat(children.SelectMany(child => child.Request.Options)).ShouldBe(Sent(kind, login), ignoreOrder: true);
        var media = await sandbox.PublishContainer(access, await Make(sandbox, access, request));

        var detail = (await sandbox.Look("journal?kind=published"))[0].GetProperty("detail");
        detail.GetProperty("media").GetProperty("id").GetString().ShouldBe(media);
        Flat(detail.GetProperty("media")).ShouldBe(expected, ignoreOrder: true);
        var items = detail.GetProperty("children").EnumerateArray().ToList();
        items.Count.ShouldBe(children.Count);
        for (var i = 0; i < items.Count; i++) Flat(items[i]).ShouldBe(children[i].Expected, ignoreOrder: true);
        await ReadsBack(sandbox, access, media, kind, items.Count);
    }

    private static async Task ReadsBack(SandboxHost sandbox, InstagramAccess access, string id, ContainerKind kind, int children)
    {
        var media = await sandbox.Client.Media.Get(access, id, Cancellation);
        media.MediaProductType.ShouldBe(kind switch { ContainerKind.StoryImage or ContainerKind.StoryVideo => "STORY", ContainerKind.Reel or ContainerKind.TrialReel => "REELS", _ => "FEED" });
        media.IsAiGenerated.ShouldBe(true);
        media.Caption.ShouldBe(media.MediaProductType == "STORY" ? null : "Fresh #bread for @ana");
        (await sandbox.Client.Media.Children(access, id, Cancellation)).Count.ShouldBe(children);
        var (posts, stories) = (await sandbox.Client.Media.List(access, cancellation: Cancellation), await sandbox.Client.Media.Stories(access, cancellation: Cancellation));
        (media.MediaProductType == "STORY" ? stories : posts).Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        (media.MediaProductType == "STORY" ? posts : stories).Items.ShouldBeEmpty();
        (await sandbox.Client.Publishing.Limit(access, Cancellation)).QuotaUsage.ShouldBe(1);
        if (access.Login == InstagramLogin.Facebook && media.MediaProductType != "STORY")
        {
            if (children == 0)
            {
                (await sandbox.Client.Products.OnMedia(access, id, Cancellation)).ShouldBe(kind == ContainerKind.Image
                    ? [new MarkedProduct("77", "Loaf 77") { Price = "€5.00", Review = ProductReview.Approved, X = 0.5m, Y = 0.125m }]
                    : [new MarkedProduct("77", "Loaf 77") { Price = "€5.00", Review = ProductReview.Approved }, new MarkedProduct("78", "Loaf 78") { Price = "€5.00", Review = ProductReview.Approved }]);
            }

            await sandbox.Control("acts/vote", $$"""{"person":"ana","media":"{{id}}","option":1}""");
            (await sandbox.Client.Media.Poll(access, id, Cancellation))!.ShouldSatisfyAllConditions(
                p => p.Answers.ShouldBe([new PollAnswer("Rye", 0), new PollAnswer("Wheat", 1), new PollAnswer("Both", 0)]), p => p.EndsAt.ShouldBeNull());
        }
    }

    private static (ContainerRequest Request, string[] Expected) Of(ContainerKind kind, InstagramLogin login, IReadOnlyList<string> children, string sponsor) => kind switch
    {
        ContainerKind.Image => (
            Post(new ImageContainer
            {
                ImageUrl = FakeFiles.Picture("loaf"), AltText = "A loaf", UserTags = [new("ana", 0.25m, 0.5m), new("leo", 0m, 1m)],
                ProductTags = Facebook(login, new ProductTag("77", 0.5m, 0.125m)),
            }, login, sponsor),
            [
                "altText=A loaf", "mediaType=IMAGE", "productType=FEED", "details.userTags[0].username=ana", "details.userTags[0].x=0.25", "details.userTags[0].y=0.5",
                "details.userTags[1].username=leo", "details.userTags[1].x=0", "details.userTags[1].y=1",
                .. Facebook(login, "details.productTags[0].productId=77", "details.productTags[0].x=0.5", "details.productTags[0].y=0.125"), .. Said(login, sponsor, poll: true),
            ]),
        ContainerKind.Carousel => (
            Post(new CarouselContainer { Children = children }, login, sponsor),
            ["mediaType=CAROUSEL_ALBUM", "productType=FEED", .. Said(login, sponsor, poll: true)]),
        ContainerKind.Reel or ContainerKind.TrialReel => (
            Post(new ReelContainer
            {
                Video = Film(login), CoverUrl = FakeFiles.Picture("1080x1920"), ThumbOffset = TimeSpan.FromSeconds(1.25), ShareToFeed = false,
                AudioName = HasName(login, kind) ? "Oven hum" : null, Audio = HasName(login, kind) ? null : new("3380000000000010") { AudioVolume = 80, VideoVolume = 5 },
                TaggedUsers = ["ana", "leo"], ProductIds = Facebook(login, "77", "78"), Graduation = kind == ContainerKind.TrialReel ? GraduationStrategy.Performance : null,
            }, login, sponsor),
            [
                "mediaType=VIDEO", "productType=REELS", "sharedToFeed=false", "details.coverUrl=http://pictures.example/1080x1920.jpg", "details.thumbOffset=1250",
                .. HasName(login, kind) ? ["details.audioName=Oven hum"] : (string[])["details.audio.audioId=3380000000000010", "details.audio.audioVolume=80", "details.audio.videoVolume=5"],
                "details.userTags[0].username=ana", "details.userTags[1].username=leo", .. Facebook(login, "details.productTags[0].productId=77", "details.productTags[1].productId=78"),
                .. kind == ContainerKind.TrialReel ? new[] { "details.trial=SS_PERFORMANCE" } : [], .. Said(login, sponsor, poll: true),
            ]),
        ContainerKind.StoryImage => (
            new StoryImageContainer { ImageUrl = FakeFiles.Picture("1080x1920"), IsAiGenerated = true, UserTags = [new("ana"), new("leo", 0.5m, 0.75m)] },
            ["mediaType=IMAGE", "productType=STORY", "aiGenerated=true", .. StoryTags]),
        _ => (
            new StoryVideoContainer { Video = Film(login), IsAiGenerated = true, UserTags = [new("ana"), new("leo", 0.5m, 0.75m)] },
            ["mediaType=VIDEO", "productType=STORY", "aiGenerated=true", .. StoryTags]),
    };

    private static readonly string[] StoryTags =
        ["details.userTags[0].username=ana", "details.userTags[1].username=leo", "details.userTags[1].x=0.5", "details.userTags[1].y=0.75"];

    private static (ContainerRequest, string[]) Item(InstagramLogin login) => (
        new CarouselImageContainer
        {
            ImageUrl = FakeFiles.Picture("loaf"), AltText = "The first loaf", UserTags = [new("ana", 0.5m, 0.5m)], ProductTags = Facebook(login, new ProductTag("77", 0.5m, 0.125m)),
        },
        [
            "altText=The first loaf", "mediaType=IMAGE", "productType=FEED", "details.userTags[0].username=ana", "details.userTags[0].x=0.5", "details.userTags[0].y=0.5",
            .. Facebook(login, "details.productTags[0].productId=77", "details.productTags[0].x=0.5", "details.productTags[0].y=0.125"),
        ]);

    private static (ContainerRequest, string[]) FilmItem(InstagramLogin login) => (
        new CarouselVideoContainer { Video = Film(login), ThumbOffset = TimeSpan.FromSeconds(3), TaggedUsers = ["leo"], ProductIds = Facebook(login, "78") },
        [
            "mediaType=VIDEO", "productType=FEED", "details.thumbOffset=3000", "details.userTags[0].username=leo",
            .. Facebook(login, "details.productTags[0].productId=78"),
        ]);

    private static T Post<T>(T post, InstagramLogin login, string sponsor)
        where T : PostContainer
    {
        post = post with { Caption = "Fresh #bread for @ana", LocationId = Place, Collaborators = ["ana", "leo"], IsAiGenerated = true };
        return login == InstagramLogin.Facebook ? post with { SponsorIds = [sponsor], Poll = new CaptionPoll("Rye", "Wheat", "Both", StaysOpen: true) } : post;
    }

    private static string[] Said(InstagramLogin login, string sponsor, bool poll) =>
    [
        "caption=Fresh #bread for @ana", "aiGenerated=true", $"details.locationId={Place}", "details.collaborators[0]=ana", "details.collaborators[1]=leo",
        .. Facebook(login, "details.paidPartnership=true", $"details.sponsors[0]={sponsor}", "details.poll[0]=Rye", "details.poll[1]=Wheat", "details.poll[2]=Both", "details.pollStaysOpen=true"),
    ];

    /// <summary>The options of the table that are sent with a container. A prompt excludes the poll, and has a test of its own; of a sound and a name for the own one each kind has one.</summary>
    private static IEnumerable<PublishingOption> Sent(ContainerKind kind, InstagramLogin login)
    {
        ContainerKind[] kinds = kind == ContainerKind.Carousel ? [kind, ContainerKind.CarouselImage, ContainerKind.CarouselVideo] : [kind];
        return kinds.SelectMany(one => PublishingOptions.For(one, login)).Except(
        [
            PublishingOption.TagPositions, PublishingOption.LocationSearch, PublishingOption.CommentPrompt, PublishingOption.FirstComment, PublishingOption.CommentsSwitch, PublishingOption.Delete,
            HasName(login, kind) ? PublishingOption.Audio : PublishingOption.AudioName,
        ]).SelectMany(option => Enumerable.Repeat(option, kinds.Count(one => PublishingOptions.Of(option, one, login).IsAllowed)));
    }

    private static bool HasName(InstagramLogin login, ContainerKind kind) => login == InstagramLogin.Instagram || kind == ContainerKind.TrialReel;

    private static VideoSource Film(InstagramLogin login) => login == InstagramLogin.Facebook ? VideoSource.Upload : VideoSource.At(FakeFiles.Film("good.mp4"));

    private static async Task<string> Make(SandboxHost sandbox, InstagramAccess access, ContainerRequest request)
    {
        var container = await sandbox.Client.Publishing.CreateContainer(access, request, Cancellation);
        if (!request.Options.Contains(PublishingOption.ResumableUpload)) return container;
        await using var film = File.OpenRead(FakeFiles.Path("good.mp4"));
        await sandbox.Client.Publishing.Upload(access, container, film, cancellation: Cancellation);
        return container;
    }

    private static T[] Facebook<T>(InstagramLogin login, params T[] those) => login == InstagramLogin.Facebook ? those : [];

    private static Task<InstagramAccess> Connect(SandboxHost sandbox, InstagramLogin login) => sandbox.Connect(login, login == InstagramLogin.Facebook
        ? ["instagram_basic", "instagram_content_publish", "instagram_manage_contents", "instagram_shopping_tag_products", "catalog_management", "pages_show_list", "pages_read_engagement"]
        : ["instagram_business_basic", "instagram_business_content_publish"]);

    /// <summary>Every field with its value, nested ones by their path; what is null, empty or 0 is not said.</summary>
    private static IEnumerable<string> Flat(JsonElement element, string path = "")
    {
        if (Own.Contains(path)) return [];
        return element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Flat(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Flat(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"))),
            JsonValueKind.Null => [],
            JsonValueKind.False when path != "sharedToFeed" => [],
            JsonValueKind.True or JsonValueKind.False => [$"{path}={(element.GetBoolean() ? "true" : "false")}"],
            _ when path == "likes" => [],
            _ => [$"{path}={element}"],
        };
    }
}
