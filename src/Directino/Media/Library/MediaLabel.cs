using Directino.Accounts;
using Directino.Labels;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Media.Library;

/// <summary>A label on a picture or video.</summary>
public sealed class MediaLabel : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required LabelId LabelId { get; init; }

    public required MediaItemId ItemId { get; init; }
}

internal sealed class MediaLabelConfiguration : IEntityTypeConfiguration<MediaLabel>
{
    public void Configure(EntityTypeBuilder<MediaLabel> builder)
    {
        builder.ToTable("media_labels");
        // What bears a label, newest first or after a key.
        builder.HasKey(l => new { l.LabelId, l.ItemId });
        builder.HasIndex(l => l.ItemId);
        builder.HasOne<Label>().WithMany().HasForeignKey(l => l.LabelId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<MediaItem>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
