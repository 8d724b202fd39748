using System.Globalization;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Planning;
using Directino.Tests.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Publishing;

/// <summary>One post of every kind with every option that its kind and login have, and what must be at Instagram then.</summary>
internal sealed class EveryKind
{
    private const string Place = "309000000000001";
    private const string Caption = "Fresh #bread for @ana";

    private readonly MediaItem[] _pictures;
    private readonly MediaItem? _film;
    private readonly ConnectedAccount _account;
    private readonly string _sponsor;

    private EveryKind(ConnectedAccount account, MediaItem[] pictures, MediaItem? film, string sponsor) =>
        (_account, _pictures, _film, _sponsor) = (account, pictures, film, sponsor);

    public static readonly IReadOnlyList<string> Names =
    [
        "picture", "carousel of pictures", "carousel with videos", "reel", "reel with a cover", "reel with a moment", "trial reel to be decided", "trial reel by performance",
        "story picture", "story video",
    ];

    public static bool HasFilm(string name) => name is not ("picture" or "carousel of pictures" or "story picture");

    /// <summary>Uploads what it is made of.</summary>
    public static async Task<EveryKind> Of(string name, TestWorkspace shop, ConnectedAccount account)
    {
        var pictures = new List<MediaItem>();
        for (var i = 0; i < 3; i++)
            pictures.Add(await shop.Upload(TestPictures.Jpeg(320, name.StartsWith("story", StringComparison.Ordinal) ? 568 : 320, 40 + (20 * i)), $"{i}.jpg"));
        var film = HasFilm(name) ? await shop.Upload(TestFilms.Read("good.mp4"), "good.mp4") : null;
        return new EveryKind(account, [.. pictures], film, shop.Studio.Sandbox.World.Read(state => state.AccountNamed("studio.terra")!.Id));
    }

    /// <summary>What its author writes, what Instagram must have of the whole, and of each item of a carousel.</summary>
    public (PostContent Content, string[] Whole, string[][] Items) Make(string name) => name switch
    {
        "picture" => (
            Post(Asked with { FirstComment = "Open from eight" }, Picture(0, new PersonTag("ana", 0.25m, 0.5m), new PersonTag("leo", 0m, 1m)) with { Products = Marked((0, 0.5m, 0.125m), (1, 1m, 0m)) }),
            ["mediaType=IMAGE", "productType=FEED", "altText=Loaf 0", .. Tags("ana 0.25 0.5", "leo 0 1"), .. MarkedThere((0, 0.5m, 0.125m), (1, 1m, 0m)), .. AskedThere], []),
        "carousel of pictures" => (
            Post(Asked with { CommentsOff = true }, Picture(2, new PersonTag("ana", 0.5m, 0.5m)), Picture(0) with { Products = Marked((2, 0.5m, 0.5m)) }, Picture(1)),
            ["mediaType=CAROUSEL_ALBUM", "productType=FEED", .. AskedThere],
            [
                ["mediaType=IMAGE", "productType=FEED", "altText=Loaf 2", .. Tags("ana 0.5 0.5")],
                ["mediaType=IMAGE", "productType=FEED", "altText=Loaf 0", .. MarkedThere((2, 0.5m, 0.5m))],
                ["mediaType=IMAGE", "productType=FEED", "altText=Loaf 1"],
            ]),
        "carousel with videos" => (
            Post(Invited with { FirstComment = "Swipe" }, Film(new PersonTag("leo")) with { Products = Marked((0, null, null), (3, null, null)) }, Picture(0, new PersonTag("ana", 1m, 0m)), Film()),
            ["mediaType=CAROUSEL_ALBUM", "productType=FEED", .. InvitedThere],
            [
                ["mediaType=VIDEO", "productType=FEED", .. Tags("leo"), .. MarkedThere((0, null, null), (3, null, null))],
                ["mediaType=IMAGE", "productType=FEED", "altText=Loaf 0", .. Tags("ana 1 0")],
                ["mediaType=VIDEO", "productType=FEED"],
            ]),
        "reel" => (Reel(Asked with { Audio = Sound }), [.. ReelThere, "sharedToFeed=true", .. SoundThere, .. AskedThere], []),
        "reel with a cover" => (
            Reel(Said with { Cover = _pictures[0].Id, CoverAt = TimeSpan.FromSeconds(1), ShareToFeed = false, AudioName = "Oven hum", CommentsOff = true }),
            [.. ReelThere, "sharedToFeed=false", "details.audioName=Oven hum", .. SaidThere], []),
        "reel with a moment" => (
            Reel(Invited with { CoverAt = TimeSpan.FromSeconds(1.25), ShareToFeed = true, AudioName = "Oven hum", FirstComment = "Sound on" }),
            [.. ReelThere, "sharedToFeed=true", "details.thumbOffset=1250", "details.audioName=Oven hum", .. InvitedThere], []),
        "trial reel to be decided" => (
            Reel(Asked with { Graduation = GraduationStrategy.Manual, FirstComment = "Tell me" }),
            [.. ReelThere, "sharedToFeed=true", "details.trial=MANUAL", .. AskedThere], []),
        "trial reel by performance" => (
            Reel(Said with { Graduation = GraduationStrategy.Performance, Audio = Sound, CommentsOff = true }),
            [.. ReelThere, "sharedToFeed=true", "details.trial=SS_PERFORMANCE", .. SoundThere, .. SaidThere], []),
        "story picture" => (
            Story(Picture(0, new PersonTag("ana"), new PersonTag("leo", 0.5m, 0.75m)) with { AltText = null }),
            ["mediaType=IMAGE", "productType=STORY", "aiGenerated=true", .. Tags("ana", "leo 0.5 0.75")], []),
        "story video" => (
            Story(Film(new PersonTag("ana"), new PersonTag("leo", 0.5m, 0.75m))),
            ["mediaType=VIDEO", "productType=STORY", "aiGenerated=true", .. Tags("ana", "leo 0.5 0.75")], []),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private bool ByFacebook => _account.Login == InstagramLogin.Facebook;

    private PostChoices Said => new()
    {
        LocationId = Place, LocationName = "Nora Bakes", Collaborators = ["ana", "leo"], AiGenerated = true, PaidPartnership = ByFacebook, SponsorIds = ByFacebook ? [_sponsor] : [],
    };

    private string[] SaidThere =>
    [
        $"caption={Caption}", "aiGenerated=true", $"details.locationId={Place}", "details.collaborators[0]=ana", "details.collaborators[1]=leo",
        .. ByFacebook ? new[] { "details.paidPartnership=true", $"details.sponsors[0]={_sponsor}" } : [],
    ];

    /// <summary>With a poll, where the login has that.</summary>
    private PostChoices Asked => ByFacebook ? Said with { Poll = new PostPoll { Options = ["Rye", "Wheat", "Both"], StaysOpen = true } } : Said;

    private string[] AskedThere => [.. SaidThere, .. ByFacebook ? new[] { "details.poll[0]=Rye", "details.poll[1]=Wheat", "details.poll[2]=Both", "details.pollStaysOpen=true" } : []];

    /// <summary>With an invitation to comment.</summary>
    private PostChoices Invited => Said with { CommentPrompt = ByFacebook };

    private string[] InvitedThere => [.. SaidThere, .. ByFacebook ? new[] { "details.commentPrompt=true" } : []];

    /// <summary>A track of the catalogue, where the login has that; its own sound silent.</summary>
    private PostAudio? Sound => ByFacebook ? new PostAudio("3380000000000010", "Rolling Pin Waltz", "Tin Spoon Trio") { AudioVolume = 80, VideoVolume = 0 } : null;

    private string[] SoundThere => ByFacebook ? ["details.audio.audioId=3380000000000010", "details.audio.audioVolume=80", "details.audio.videoVolume=0"] : [];

    private static string Product(int which) => (7_100_000_000_000_001 + which).ToString(CultureInfo.InvariantCulture);

    /// <summary>Products of the shop, where the login has that.</summary>
    private ProductMark[] Marked(params (int Which, decimal? X, decimal? Y)[] products) =>
        ByFacebook ? [.. products.Select(p => new ProductMark(Product(p.Which), "A product", p.X, p.Y))] : [];

    private IEnumerable<string> MarkedThere(params (int Which, decimal? X, decimal? Y)[] products) => !ByFacebook ? [] : products.SelectMany((product, i) =>
    {
        var at = $"details.productTags[{i}]";
        var place = product.X is null ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"{at}.x={product.X}"), string.Create(CultureInfo.InvariantCulture, $"{at}.y={product.Y}") };
        return place.Prepend($"{at}.productId={Product(product.Which)}");
    });

    private string[] ReelThere => ["mediaType=VIDEO", "productType=REELS", .. Tags("ana", "leo"), .. MarkedThere((4, null, null))];

    private PostContent Post(PostChoices options, params ItemContent[] items) =>
        new() { Account = _account.Id, Items = items, Caption = Caption, Options = options };

    private PostContent Reel(PostChoices options) =>
        Post(options, Film(new PersonTag("ana"), new PersonTag("leo")) with { Products = Marked((4, null, null)) }) with { Kind = PostKind.Reel };

    private PostContent Story(ItemContent item) => new() { Account = _account.Id, Kind = PostKind.Story, Items = [item], Options = PostChoices.None with { AiGenerated = true } };

    private ItemContent Picture(int which, params PersonTag[] people) => new(_pictures[which].Id) { AltText = $"Loaf {which}", People = people };

    private ItemContent Film(params PersonTag[] people) => new(_film!.Id) { People = people };

    private static IEnumerable<string> Tags(params string[] people) => people.SelectMany((person, i) =>
    {
        var parts = person.Split(' ');
        var at = $"details.userTags[{i}]";
        return parts is [_, var x, var y] ? [$"{at}.username={parts[0]}", $"{at}.x={x}", $"{at}.y={y}"] : new[] { $"{at}.username={parts[0]}" };
    });
}
