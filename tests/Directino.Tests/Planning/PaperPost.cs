using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Planning;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Planning;

/// <summary>A post on paper, with all that is asked about it; nothing of it is in a database.</summary>
internal sealed record PaperPost(PostContent Content, params MediaItem[] Media)
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public static DateTimeOffset Now => Clock.GetUtcNow();

    public InstagramLogin? Login { get; init; } = InstagramLogin.Facebook;

    public DateTimeOffset? Slot { get; init; } = Now.AddHours(1);

    public Func<ConnectedAccount, ConnectedAccount> Account { get; init; } = account => account;

    public IReadOnlyList<Objection> Objections => PostCheck.Objections(Content, Login is { } login ? Account(Connected(login)) : null, Media, Slot, Now);

    /// <summary>A post of this kind that nothing stands in the way of.</summary>
    public static PaperPost Of(ContainerKind kind, InstagramLogin? login = InstagramLogin.Facebook) => (kind switch
    {
        ContainerKind.Image => With(PostKind.Post, Picture()),
        ContainerKind.Carousel => With(PostKind.Post, Picture(), Film()),
        ContainerKind.Reel => With(PostKind.Reel, Film()),
        ContainerKind.TrialReel => With(PostKind.Reel, Film()).Choosing(o => o with { Graduation = GraduationStrategy.Manual }),
        ContainerKind.StoryImage => With(PostKind.Story, Picture()),
        ContainerKind.StoryVideo => With(PostKind.Story, Film()),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    }) with { Login = login };

    public static PaperPost With(PostKind kind, params MediaItem[] items) =>
        new(PostContent.Empty with { Kind = kind, Items = [.. items.Select(i => new ItemContent(i.Id))] }, items);

    public static MediaItem Picture(int width = 1080, int height = 1080, long bytes = 500_000) => Item(MediaKind.Picture, width, height, bytes, null);

    public static MediaItem Film(double seconds = 10, int width = 1080, int height = 1920, long bytes = 5_000_000) =>
        Item(MediaKind.Video, width, height, bytes, TimeSpan.FromSeconds(seconds));

    public PaperPost Saying(string caption) => this with { Content = Content with { Caption = caption } };

    public PaperPost Choosing(Func<PostChoices, PostChoices> change) => this with { Content = Content with { Options = change(Content.Options) } };

    public PaperPost Covered(MediaItem cover) => (this with { Media = [.. Media, cover] }).Choosing(o => o with { Cover = cover.Id });

    /// <summary>Says something about one of its items.</summary>
    public PaperPost About(int item, Func<ItemContent, ItemContent> change) =>
        this with { Content = Content with { Items = [.. Content.Items.Select((one, place) => place == item ? change(one) : one)] } };

    private static MediaItem Item(MediaKind kind, int width, int height, long bytes, TimeSpan? length) => new()
    {
        Id = MediaItemId.New(Clock), WorkspaceId = WorkspaceId.New(Clock), Kind = kind, FileName = "file", Key = "key-of-a-file", ThumbnailKey = "key-of-a-file",
        Width = width, Height = height, Bytes = bytes, Duration = length, CreatedAt = Now, AddedBy = PersonId.New(Clock),
    };

    private static ConnectedAccount Connected(InstagramLogin login) => new()
    {
        Id = AccountId.New(Clock), WorkspaceId = WorkspaceId.New(Clock), Login = login, InstagramId = "1", AppScopedId = "2", Username = "nora.bakes", TimeZone = "Europe/Lisbon",
        Scopes = string.Join(' ', Scopes.ToAsk(login, Enum.GetValues<Capability>())), ConnectedAt = Now, ConnectedBy = PersonId.New(Clock), MayTagProducts = true,
    };
}
