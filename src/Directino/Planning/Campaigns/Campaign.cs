using Directino.Accounts;
using Directino.Labels;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Campaigns;

/// <summary>What several posts are for: a name, a brief, and the days it runs, if it has any. A post is in one campaign at most.</summary>
public sealed class Campaign : IWorkspaceRow
{
    public const int LongestName = 60;
    public const int LongestBrief = 4_000;

    /// <summary>Two years, leap days included.</summary>
    public const int MostDays = 731;

    public required CampaignId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    [NotPersonal("A name a member chose for a campaign.")]
    public required string Name { get; set; }

    /// <summary>Its name as it is compared: two campaigns that differ in case only are one.</summary>
    [NotPersonal("A name a member chose for a campaign.")]
    public required string Key { get; set; }

    /// <summary>What it is about and what it is to reach, for those who write its posts.</summary>
    [Personal(PersonalCategory.AccountContent, "To tell the members what a campaign is about.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string Brief { get; set; }

    public LabelColor Color { get; set; }

    /// <summary>Its first day; null, as <see cref="Last"/>, for one that goes on and on.</summary>
    public DateOnly? First { get; set; }

    /// <summary>Its last day, itself included.</summary>
    public DateOnly? Last { get; set; }

    /// <summary>Counts every change, so that of two people who edit it the second learns of the first.</summary>
    public int Version { get; set; } = 1;

    public bool IsOn(DateOnly day) => First <= day && day <= Last;
}

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaigns");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(Campaign.LongestName);
        // Upper case may be longer than what it is made from.
        builder.Property(c => c.Key).HasMaxLength(3 * Campaign.LongestName);
        builder.Property(c => c.Brief).HasMaxLength(Campaign.LongestBrief);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.WorkspaceId, c.Key }).IsUnique();
    }
}
