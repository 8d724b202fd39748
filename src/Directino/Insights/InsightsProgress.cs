using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Insights;

/// <summary>How far the reading of one account has come, where the numbers themselves do not say it.</summary>
public sealed class InsightsProgress : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary>When the newest posts were last listed.</summary>
    public DateTimeOffset? NewestListedAt { get; set; }

    /// <summary>When all posts were last listed to the end.</summary>
    public DateTimeOffset? AllListedAt { get; set; }

    /// <summary>Where a listing goes on. Lives for minutes: when Instagram no longer knows it, the listing begins again.</summary>
    [NotPersonal("A position in a list.")]
    public string? ListingAfter { get; set; }

    public int ListedSoFar { get; set; }

    /// <summary>The name of Instagram's last error, until a question is answered again.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Trouble { get; set; }

    public DateTimeOffset? TroubleAt { get; set; }
}

internal sealed class InsightsProgressConfiguration : IEntityTypeConfiguration<InsightsProgress>
{
    public void Configure(EntityTypeBuilder<InsightsProgress> builder)
    {
        builder.ToTable("insights_progress");
        builder.HasKey(p => p.AccountId);
        builder.Property(p => p.Trouble).HasMaxLength(60);
        builder.Property(p => p.ListingAfter).HasMaxLength(1000);
        builder.HasIndex(p => p.WorkspaceId);
    }
}
