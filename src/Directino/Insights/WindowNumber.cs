using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Insights;

/// <summary>One metric of an account over a window of days, as Instagram told it for exactly that window.</summary>
public sealed class WindowNumber : StoredNumber
{
    /// <summary>Length in days: 7, 28 or 30.</summary>
    public required int Days { get; init; }

    /// <summary>The last day within it.</summary>
    public required DateOnly LastDay { get; init; }
}

internal sealed class WindowNumberConfiguration : IEntityTypeConfiguration<WindowNumber>
{
    public void Configure(EntityTypeBuilder<WindowNumber> builder)
    {
        builder.ToTable("window_numbers");
        builder.HasKey(n => new { n.AccountId, n.Metric, n.Days, n.LastDay });
        builder.Property(n => n.Metric).HasMaxLength(60);
        builder.Property(n => n.Source).HasMaxLength(40);
        builder.HasIndex(n => n.WorkspaceId);
    }
}
