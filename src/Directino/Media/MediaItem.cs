using Directino.Accounts;
using Directino.Media.Library;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Media;

/// <summary>A picture or video in the library; once it is ready, it is as Instagram takes it but for its shape and length (<see cref="MediaRules"/>).</summary>
public sealed class MediaItem : IWorkspaceRow
{
    public const int LongestAltText = 1000;

    public required MediaItemId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public MediaKind Kind { get; init; } = MediaKind.Picture;

    public MediaState State { get; private set; } = MediaState.Ready;

    /// <summary>How far the work is, in percent. Only of meaning while it is being worked on.</summary>
    public int Progress { get; private set; }

    /// <summary>Why it could not be made ready.</summary>
    public MediaRefusal? Refusal { get; private set; }

    /// <summary>How long a video is; null for a picture.</summary>
    public TimeSpan? Duration { get; set; }

    /// <summary>The moment of the video that lists show. A post has its own choice of cover.</summary>
    public TimeSpan? PosterAt { get; set; }

    /// <summary>As it was called on the uploader's disk.</summary>
    [Personal(PersonalCategory.AccountContent, "To find a picture again by the name its owner gave it.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string FileName
    {
        get;
        init
        {
            field = value;
            NameKey = SearchText.Key(value);
        }
    }

    /// <summary>Its name as lists are sorted by it.</summary>
    [Personal(PersonalCategory.AccountContent, "To find a picture again by the name its owner gave it.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public string NameKey { get; private init; } = "";

    /// <summary>Where it lies; null in no folder.</summary>
    public MediaFolderId? FolderId { get; set; }

    /// <summary>What is to be seen, for people who cannot see it; posts take it over.</summary>
    [Personal(PersonalCategory.AccountContent, "To describe the picture to people who cannot see it.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public string? AltText { get; private set; }

    /// <summary>The file that Instagram gets. While a video is being worked on: the one that was uploaded.</summary>
    [NotPersonal("A hash.")]
    public required string Key { get; set; }

    /// <summary>The small picture for lists; of a video, its poster frame.</summary>
    [NotPersonal("A hash.")]
    public required string ThumbnailKey { get; set; }

    /// <summary>The whole picture, when this one is a crop of it.</summary>
    [NotPersonal("A hash.")]
    public string? UncroppedKey { get; set; }

    /// <summary>The video as it was uploaded, by which the same one is known again. Its file is there until the item is ready.</summary>
    [NotPersonal("A hash.")]
    public string? SourceKey { get; set; }

    /// <summary>Until when a process that works on it may be taken for alive.</summary>
    public DateTimeOffset? WorkerUntil { get; set; }

    /// <summary>Upright, in pixels.</summary>
    public required int Width { get; set; }

    public required int Height { get; set; }

    public required long Bytes { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set when somebody removed it; forgotten with its files a little later, so that it can be taken back.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public required PersonId AddedBy { get; init; }

    /// <summary>The shape of a picture for the feed; a video has other limits.</summary>
    public ShapeVerdict Shape => Kind == MediaKind.Picture ? PictureShape.Of(Width, Height) : ShapeVerdict.Fits;

    /// <summary>Tells one state of the picture from another, for addresses that may be cached.</summary>
    public string Version => Key[^12..];

    /// <summary>Tells one poster from another.</summary>
    public string ThumbnailVersion => ThumbnailKey[^12..];

    /// <summary>What <see cref="Key"/> holds, for who fetches it.</summary>
    public string ContentType => Kind == MediaKind.Video ? MediaFile.Mp4 : MediaFile.Jpeg;

    public static string? TidyAltText(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Work on it begins, or begins again.</summary>
    public void Begin() => (State, Progress, Refusal, WorkerUntil) = (MediaState.Working, 0, null, null);

    /// <summary>The work has come so far, and whoever does it is alive.</summary>
    public void Advance(int percent, DateTimeOffset workerUntil)
    {
        if (State == MediaState.Working)
            (Progress, WorkerUntil) = (Math.Clamp(percent, Progress, 100), workerUntil);
    }

    /// <summary>It is as Instagram takes it.</summary>
    public void Finish() => (State, Progress, Refusal, WorkerUntil) = (MediaState.Ready, 100, null, null);

    /// <summary>It could not be made so.</summary>
    public void Refuse(MediaRefusal why) => (State, Refusal, WorkerUntil) = (MediaState.Refused, why, null);

    /// <summary>False when the text is longer than Instagram takes.</summary>
    public bool Describe(string? text)
    {
        var tidy = TidyAltText(text);
        if (tidy?.Length > LongestAltText)
            return false;
        AltText = tidy;
        return true;
    }
}

internal sealed class MediaItemConfiguration : IEntityTypeConfiguration<MediaItem>
{
    public void Configure(EntityTypeBuilder<MediaItem> builder)
    {
        builder.ToTable("media_items");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.FileName).HasMaxLength(200);
        builder.Property(m => m.NameKey).HasMaxLength(SearchText.LongestKey).IsOrdinal();
        builder.Property(m => m.AltText).HasMaxLength(MediaItem.LongestAltText);
        builder.Property(m => m.Key).HasMaxLength(120);
        builder.Property(m => m.ThumbnailKey).HasMaxLength(120);
        builder.Property(m => m.UncroppedKey).HasMaxLength(120);
        builder.Property(m => m.SourceKey).HasMaxLength(120);
        builder.Ignore(m => m.Shape);
        builder.Ignore(m => m.Version);
        builder.Ignore(m => m.ThumbnailVersion);
        builder.Ignore(m => m.ContentType);
        // The library by age and by name, as a whole, one folder and one kind of it.
        builder.HasIndex(m => new { m.WorkspaceId, m.Id });
        builder.HasIndex(m => new { m.WorkspaceId, m.NameKey, m.Id });
        builder.HasIndex(m => new { m.WorkspaceId, m.FolderId, m.Id });
        builder.HasIndex(m => new { m.WorkspaceId, m.FolderId, m.NameKey, m.Id });
        builder.HasIndex(m => new { m.WorkspaceId, m.Kind, m.Id });
        builder.HasIndex(m => new { m.WorkspaceId, m.Kind, m.NameKey, m.Id });
        builder.HasOne<MediaFolder>().WithMany().HasForeignKey(m => m.FolderId).OnDelete(DeleteBehavior.SetNull);
        // Which rows share a file.
        builder.HasIndex(m => new { m.WorkspaceId, m.Key });
        builder.HasIndex(m => new { m.WorkspaceId, m.SourceKey });
    }
}
