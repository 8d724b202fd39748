using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Inbox;

/// <summary>A person on Instagram who wrote to one connected account. Another account has another id for the same person.</summary>
public sealed class Follower : IWorkspaceRow
{
    public required FollowerId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary>The Instagram-scoped id (IGSID).</summary>
    [Personal(PersonalCategory.FollowerIdentity, "To answer the person who wrote.", Retention.TwelveMonths, Eraser.WithFollower)]
    public required string InstagramId { get; init; }

    [Personal(PersonalCategory.FollowerIdentity, "To show who wrote.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? Username { get; set; }

    [Personal(PersonalCategory.FollowerIdentity, "To show who wrote and to address them by name.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? Name { get; set; }

    /// <summary>Expires after a few days; read again with the profile.</summary>
    [Personal(PersonalCategory.FollowerIdentity, "To show who wrote.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? PictureUrl { get; set; }

    public bool? FollowsAccount { get; set; }

    public long? FollowersCount { get; set; }

    /// <summary>When the profile was read, or refused, last. It may be read only of a person who has written a message.</summary>
    public DateTimeOffset? ProfileReadAt { get; set; }

    /// <summary>Set while the person wants no automated messages.</summary>
    public DateTimeOffset? OptedOutAt { get; set; }

    /// <summary>When the person last said stop or start, so that an older word that arrives later changes nothing.</summary>
    public DateTimeOffset? OptChangedAt { get; set; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Takes a stop or start word the person wrote.</summary>
    public void Obey(StopWord word, DateTimeOffset at)
    {
        if (OptChangedAt is { } last && last > at)
            return;
        OptChangedAt = at;
        OptedOutAt = word == StopWord.Stop ? OptedOutAt ?? at : null;
    }

    /// <summary>What the person is called where there is room for one name.</summary>
    public string? Handle => Username is null ? Name : "@" + Username;
}

internal sealed class FollowerConfiguration : IEntityTypeConfiguration<Follower>
{
    public void Configure(EntityTypeBuilder<Follower> builder)
    {
        builder.ToTable("followers");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.InstagramId).HasMaxLength(40);
        builder.Property(f => f.Username).HasMaxLength(60);
        builder.Property(f => f.Name).HasMaxLength(200);
        builder.Ignore(f => f.Handle);
        builder.HasIndex(f => new { f.AccountId, f.InstagramId }).IsUnique();
        builder.HasIndex(f => new { f.WorkspaceId, f.Id });
    }
}
