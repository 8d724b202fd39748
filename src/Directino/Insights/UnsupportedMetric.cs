using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Insights;

/// <summary>Something Instagram said it does not serve for this account's login: not asked again for a month.</summary>
public sealed class UnsupportedMetric : IWorkspaceRow
{
    /// <summary>Metrics come and go; what was refused once may be served later.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary><c>ACCOUNT</c>, or the product type of the post.</summary>
    [NotPersonal("A name of Instagram's.")]
    public required string Subject { get; init; }

    [NotPersonal("A name of Instagram's.")]
    public required string Metric { get; init; }

    public required DateTimeOffset RefusedAt { get; set; }
}

internal sealed class UnsupportedMetricConfiguration : IEntityTypeConfiguration<UnsupportedMetric>
{
    public void Configure(EntityTypeBuilder<UnsupportedMetric> builder)
    {
        builder.ToTable("unsupported_metrics");
        builder.HasKey(m => new { m.AccountId, m.Subject, m.Metric });
        builder.Property(m => m.Subject).HasMaxLength(20);
        builder.Property(m => m.Metric).HasMaxLength(60);
        builder.HasIndex(m => m.WorkspaceId);
    }
}
