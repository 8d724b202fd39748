using System.Text.Json.Serialization;
using Directino.Accounts;
using Directino.Instagram.Publishing;
using Directino.Media;

namespace Directino.Planning;

/// <summary>What an author writes: everything of a post but its fate.</summary>
public sealed record PostContent
{
    public static readonly PostContent Empty = new();

    public AccountId? Account { get; init; }

    public PostKind Kind { get; init; }

    /// <summary>Its pictures and videos, in order.</summary>
    public IReadOnlyList<ItemContent> Items { get; init; } = [];

    public string? Caption { get; init; }

    public PostChoices Options { get; init; } = PostChoices.None;

    /// <summary>Everything it shows, its cover with it.</summary>
    [JsonIgnore]
    public IEnumerable<MediaItemId> Media => Items.Select(i => i.Media).Concat(Options.Cover is { } cover ? [cover] : []).Distinct();

    /// <summary>The ordinary case: one picture in the feed.</summary>
    public static PostContent OnePicture(AccountId? account, MediaItemId? picture, string? caption, string? altText = null) =>
        new() { Account = account, Items = picture is { } id ? [new ItemContent(id) { AltText = altText }] : [], Caption = caption };

    /// <summary>What Instagram calls it. A single video has no other place than among the reels.</summary>
    /// <param name="first">What the first item is; null when there is none.</param>
    public ContainerKind ContainerKind(MediaKind? first) => Kind switch
    {
        PostKind.Story => first == MediaKind.Video ? Instagram.Publishing.ContainerKind.StoryVideo : Instagram.Publishing.ContainerKind.StoryImage,
        PostKind.Reel => Options.Graduation is null ? Instagram.Publishing.ContainerKind.Reel : Instagram.Publishing.ContainerKind.TrialReel,
        _ => Items.Count > 1 ? Instagram.Publishing.ContainerKind.Carousel : Instagram.Publishing.ContainerKind.Image,
    };

    /// <summary>The same, without what would not be sent: spaces around texts, empty ones.</summary>
    public PostContent Tidy() => this with
    {
        Caption = CaptionLimits.Tidy(Caption),
        Items = [.. Items.Select(i => i with { AltText = MediaItem.TidyAltText(i.AltText), People = [.. i.People.Select(p => p.Tidy())], Products = [.. i.Products.Select(p => p.Tidy())] })],
        Options = Options.Tidy(),
    };

    /// <summary>The same for another account, whose shop has other products.</summary>
    public PostContent For(AccountId? account) =>
        account == Account ? this : this with { Account = account, Items = [.. Items.Select(i => i with { Products = [] })] };

    public bool Equals(PostContent? other) =>
        other is not null && Account == other.Account && Kind == other.Kind && (Caption ?? "") == (other.Caption ?? "")
        && Items.SequenceEqual(other.Items) && Options == other.Options;

    public override int GetHashCode() => HashCode.Combine(Account, Kind, Caption ?? "", Items.Count);
}

/// <summary>One picture or video of a post, and what is said about it alone.</summary>
public sealed record ItemContent(MediaItemId Media)
{
    public string? AltText { get; init; }

    public IReadOnlyList<PersonTag> People { get; init; } = [];

    /// <summary>Products of the account's shop; at most five, each once.</summary>
    public IReadOnlyList<ProductMark> Products { get; init; } = [];

    public bool Equals(ItemContent? other) =>
        other is not null && Media == other.Media && AltText == other.AltText && People.SequenceEqual(other.People)
        && Products.SequenceEqual(other.Products);

    public override int GetHashCode() => HashCode.Combine(Media, AltText, People.Count, Products.Count);
}

/// <summary>A person marked on a picture or video.</summary>
/// <param name="Username">Handle without @.</param>
/// <param name="X">0 (left) to 1; null where no place is told.</param>
/// <param name="Y">0 (top) to 1.</param>
public sealed record PersonTag(string Username, decimal? X = null, decimal? Y = null)
{
    public PersonTag Tidy() => this with { Username = Username.Trim().TrimStart('@') };
}

/// <summary>A product marked on a picture or video.</summary>
/// <param name="ProductId">Its id in the catalogue of the account's shop.</param>
/// <param name="Name">Its name, for people; Instagram is sent the id.</param>
/// <param name="X">0 (left) to 1; null on videos.</param>
/// <param name="Y">0 (top) to 1.</param>
public sealed record ProductMark(string ProductId, string? Name = null, decimal? X = null, decimal? Y = null)
{
    public ProductMark Tidy() => this with { ProductId = ProductId.Trim(), Name = string.IsNullOrWhiteSpace(Name) ? null : Name.Trim() };
}
