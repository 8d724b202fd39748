using Directino.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning;

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts");
        builder.Property(p => p.Id).ValueGeneratedNever();
        // Drafts may be longer than Instagram takes; the author shortens them later.
        builder.Property(p => p.Caption).HasMaxLength(20_000);
        builder.Property(p => p.AltText).HasMaxLength(4_000);
        builder.Property(p => p.Reason).HasMaxLength(100);
        builder.Property(p => p.ReasonDetail).HasMaxLength(400);
        builder.Property(p => p.InstagramId).HasMaxLength(40);
        builder.Property(p => p.Permalink).HasMaxLength(300);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.IsEditable);
        builder.Ignore(p => p.IsOnItsWay);
        builder.Ignore(p => p.Content);
        // The calendar; lists by key; which posts use a picture; which post a media id is.
        builder.HasIndex(p => new { p.WorkspaceId, p.At });
        builder.HasIndex(p => new { p.WorkspaceId, p.Id });
        builder.HasIndex(p => p.PictureId);
        builder.HasIndex(p => new { p.AccountId, p.InstagramId });
        // A picture that a post needs cannot vanish under it, whoever deletes it at that moment.
        builder.HasOne<MediaItem>().WithMany().HasForeignKey(p => p.PictureId).OnDelete(DeleteBehavior.Restrict);
    }
}
