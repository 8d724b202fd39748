using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Insights;

/// <summary>One metric of an account on one of Instagram's days.</summary>
public sealed class DailyNumber : StoredNumber
{
    public required DateOnly Day { get; init; }
}

internal sealed class DailyNumberConfiguration : IEntityTypeConfiguration<DailyNumber>
{
    public void Configure(EntityTypeBuilder<DailyNumber> builder)
    {
        builder.ToTable("daily_numbers");
        builder.HasKey(n => new { n.AccountId, n.Metric, n.Day });
        builder.Property(n => n.Metric).HasMaxLength(60);
        builder.Property(n => n.Source).HasMaxLength(40);
        builder.HasIndex(n => new { n.WorkspaceId, n.Day });
    }
}
