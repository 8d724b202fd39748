using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Media;

/// <summary>A picture in the library, already as Instagram takes it except perhaps for its shape.</summary>
public sealed class MediaItem : IWorkspaceRow
{
    public const int LongestAltText = 1000;

    public required MediaItemId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>As it was called on the uploader's disk.</summary>
    [Personal(PersonalCategory.AccountContent, "To find a picture again by the name its owner gave it.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string FileName { get; init; }

    /// <summary>What is to be seen, for people who cannot see it; posts take it over.</summary>
    [Personal(PersonalCategory.AccountContent, "To describe the picture to people who cannot see it.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public string? AltText { get; private set; }

    [NotPersonal("A hash.")]
    public required string Key { get; set; }

    [NotPersonal("A hash.")]
    public required string ThumbnailKey { get; set; }

    /// <summary>The whole picture, when this one is a crop of it.</summary>
    [NotPersonal("A hash.")]
    public string? UncroppedKey { get; set; }

    public required int Width { get; set; }

    public required int Height { get; set; }

    public required long Bytes { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set when somebody removed it; forgotten with its files a little later, so that it can be taken back.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public required PersonId AddedBy { get; init; }

    public ShapeVerdict Shape => PictureShape.Of(Width, Height);

    /// <summary>Tells one state of the picture from another, for addresses that may be cached.</summary>
    public string Version => Key[^12..];

    public static string? TidyAltText(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

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
        builder.Property(m => m.AltText).HasMaxLength(MediaItem.LongestAltText);
        builder.Property(m => m.Key).HasMaxLength(120);
        builder.Property(m => m.ThumbnailKey).HasMaxLength(120);
        builder.Property(m => m.UncroppedKey).HasMaxLength(120);
        builder.Ignore(m => m.Shape);
        builder.Ignore(m => m.Version);
        // The library, newest first, by key; and which rows share a file.
        builder.HasIndex(m => new { m.WorkspaceId, m.Id });
        builder.HasIndex(m => new { m.WorkspaceId, m.Key });
    }
}
