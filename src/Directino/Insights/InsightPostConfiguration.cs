using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Insights;

internal sealed class InsightPostConfiguration : IEntityTypeConfiguration<InsightPost>
{
    public void Configure(EntityTypeBuilder<InsightPost> builder)
    {
        builder.ToTable("insight_posts");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.MediaId).HasMaxLength(40);
        builder.Property(p => p.ProductType).HasMaxLength(20);
        builder.Property(p => p.MediaType).HasMaxLength(20);
        // 200 letters may be many more characters: a family is one letter.
        builder.Property(p => p.Caption).HasMaxLength(2300);
        builder.HasIndex(p => new { p.AccountId, p.MediaId }).IsUnique();
        builder.HasIndex(p => new { p.AccountId, p.PublishedAt });
        builder.HasIndex(p => new { p.WorkspaceId, p.PublishedAt });
        builder.HasIndex(p => new { p.AccountId, p.NumbersDueAt });
    }
}
