using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Media.Library;

/// <summary>A place in the library. One lies at the top or in one that does: deeper it would be searched rather than found.</summary>
public sealed class MediaFolder : IWorkspaceRow
{
    public const int LongestName = 60;

    public required MediaFolderId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>The folder it lies in; null at the top.</summary>
    public required MediaFolderId? ParentId { get; init; }

    [NotPersonal("A word a member chose to sort pictures by.")]
    public required string Name { get; set; }

    /// <summary>Its name as it is compared and sorted.</summary>
    [NotPersonal("A word a member chose to sort pictures by.")]
    public required string Key { get; set; }

    public static string Tidy(string? name) => string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

internal sealed class MediaFolderConfiguration : IEntityTypeConfiguration<MediaFolder>
{
    public void Configure(EntityTypeBuilder<MediaFolder> builder)
    {
        builder.ToTable("media_folders");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(MediaFolder.LongestName);
        builder.Property(f => f.Key).HasMaxLength(SearchText.LongestKey).IsOrdinal();
        // A name is taken once in its place, whoever else takes it at that moment; "at the top" is no value that databases compare.
        builder.HasIndex(f => new { f.WorkspaceId, f.ParentId, f.Key }).IsUnique();
        builder.HasIndex(f => new { f.WorkspaceId, f.Key }, "ix_media_folders_top").IsUnique().HasFilter("parent_id IS NULL");
        builder.HasOne<MediaFolder>().WithMany().HasForeignKey(f => f.ParentId).OnDelete(DeleteBehavior.Cascade);
    }
}
