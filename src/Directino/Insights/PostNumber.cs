using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Insights;

/// <summary>One metric of a post as it stood on a day (UTC): Instagram only tells running totals, so the curve is ours.</summary>
public sealed class PostNumber : StoredNumber
{
    public required InsightPostId PostId { get; init; }

    public required DateOnly Day { get; init; }
}

internal sealed class PostNumberConfiguration : IEntityTypeConfiguration<PostNumber>
{
    public void Configure(EntityTypeBuilder<PostNumber> builder)
    {
        builder.ToTable("post_numbers");
        builder.HasKey(n => new { n.PostId, n.Metric, n.Day });
        builder.Property(n => n.Metric).HasMaxLength(60);
        builder.Property(n => n.Source).HasMaxLength(40);
        builder.HasIndex(n => n.WorkspaceId);
        builder.HasIndex(n => n.AccountId);
        builder.HasOne<InsightPost>().WithMany().HasForeignKey(n => n.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
