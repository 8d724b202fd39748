using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Media.Library;

namespace Directino.Web.Media;

/// <summary>A picture or video of the library, for programs.</summary>
/// <param name="Progress">Percent, while it is being worked on.</param>
/// <param name="Refusal">Why it could not be made ready.</param>
/// <param name="Seconds">How long a video is.</param>
/// <param name="PosterSeconds">The moment of a video that <paramref name="Small"/> shows.</param>
/// <param name="Uses">Where a post can show it, and which rules it breaks there.</param>
/// <param name="Folder">Where it lies; null in no folder.</param>
/// <param name="InUse">In how many posts it is; null where it was not counted.</param>
/// <param name="LabelIds">The labels it bears; null where they were not read.</param>
/// <param name="File">Where the file is, once it is ready.</param>
/// <param name="Small">Where a small picture of it is.</param>
public sealed record MediaAnswer(
    Guid Id, MediaKind Kind, MediaState State, int? Progress, MediaRefusal? Refusal, string FileName, string? AltText, int Width, int Height, long Bytes,
    double? Seconds, double? PosterSeconds, ShapeVerdict Shape, bool IsCropped, DateTimeOffset CreatedAt, IReadOnlyList<MediaUseAnswer> Uses, Guid? Folder, MediaUses? InUse, IReadOnlyList<Guid>? LabelIds, string? File, string Small)
{
    public static MediaAnswer Of(LibraryEntry entry) => Of(entry.Item) with { InUse = entry.Uses, LabelIds = [.. entry.Labels.Select(l => l.Value)] };

    public static MediaAnswer Of(MediaItem item) => new(
        item.Id.Value, item.Kind, item.State, item.State == MediaState.Working ? item.Progress : null, item.Refusal, item.FileName, item.AltText,
        item.Width, item.Height, item.Bytes, item.Duration?.TotalSeconds, item.PosterAt?.TotalSeconds, item.Shape, item.UncroppedKey is not null, item.CreatedAt,
        [.. MediaRules.Uses.Select(use => new MediaUseAnswer(use, MediaRules.Broken(item, use)))],
        item.FolderId?.Value, null, null, item.State == MediaState.Ready ? MediaAddresses.Whole(item) : null, MediaAddresses.Small(item));
}

/// <summary>One place a post can show it at; Instagram takes it there when no rule is broken.</summary>
public sealed record MediaUseAnswer(ContainerKind Use, IReadOnlyList<MediaRule> BrokenRules);

/// <summary>One page of the library; <paramref name="Next"/> is the <c>after</c> of the next page, null at the end.</summary>
public sealed record MediaPage(IReadOnlyList<MediaAnswer> Items, string? Next);

/// <param name="Address">An https address in the open internet.</param>
public sealed record FetchRequest(string? Address);

public sealed record AltTextRequest(string? AltText);

/// <param name="Seconds">From the beginning of the video.</param>
public sealed record PosterRequest(double Seconds);

/// <param name="X">What is to stay in the picture: 0 (left) to 1; without it, the middle.</param>
/// <param name="Y">0 (top) to 1.</param>
public sealed record CropRequest(Crop Crop, double? X = null, double? Y = null)
{
    /// <summary>Null where the point lies outside of the picture.</summary>
    internal Focus? Focus => (X ?? 0.5, Y ?? 0.5) is ( >= 0 and <= 1, >= 0 and <= 1) and var (x, y) ? new Focus(x, y) : null;
}

/// <param name="LabelIds">All labels it is to have.</param>
public sealed record MediaLabelsRequest(IReadOnlyList<Guid>? LabelIds);
