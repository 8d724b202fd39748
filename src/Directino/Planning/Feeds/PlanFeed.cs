using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Feeds;

/// <summary>A member's private address under which calendar programs read the plan. It opens nothing any more once its member has left or may not see the plan.</summary>
public sealed class PlanFeed : IWorkspaceRow
{
    public required FeedId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The one account whose posts it shows; null for all.</summary>
    public required AccountId? AccountId { get; init; }

    /// <summary>The language its words are in.</summary>
    [NotPersonal("A language of the program.")]
    public required string Language { get; init; }

    /// <summary>Of the secret in its address; the address itself is shown once.</summary>
    [NotPersonal("The hash of a random secret.")]
    public required string SecretHash { get; set; }

    /// <summary>When its present address was made.</summary>
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>When a program last read it, to the hour.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}

internal sealed class PlanFeedConfiguration : IEntityTypeConfiguration<PlanFeed>
{
    public void Configure(EntityTypeBuilder<PlanFeed> builder)
    {
        builder.ToTable("plan_feeds");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Language).HasMaxLength(10);
        builder.Property(f => f.SecretHash).HasMaxLength(64);
        builder.HasIndex(f => f.SecretHash).IsUnique();
        builder.HasIndex(f => new { f.WorkspaceId, f.PersonId });
        // It leaves with its member, and with its account.
        builder.HasOne<Membership>().WithMany().HasForeignKey(f => new { f.WorkspaceId, f.PersonId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ConnectedAccount>().WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
