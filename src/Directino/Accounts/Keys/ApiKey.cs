using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Accounts.Keys;

/// <summary>With it a program acts as its member, with at most its role. It ends when revoked, at its end, and with the membership.</summary>
public sealed class ApiKey : IWorkspaceRow
{
    public const int LongestName = 60;

    public required ApiKeyId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required PersonId PersonId { get; init; }

    [NotPersonal("A name a member chose for a program.")]
    public required string Name { get; init; }

    /// <summary>The most it may; what its member may not, it may not either.</summary>
    public required Role Role { get; init; }

    /// <summary>Of the whole key, which is shown once.</summary>
    [NotPersonal("The hash of a random secret.")]
    public required string SecretHash { get; init; }

    /// <summary>The first characters, by which people tell keys apart.</summary>
    [NotPersonal("The beginning of a random secret.")]
    public required string Beginning { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: never.</summary>
    public required DateTimeOffset? EndsAt { get; init; }

    /// <summary>When a program last used it, to the hour.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(ApiKey.LongestName);
        builder.Property(k => k.SecretHash).HasMaxLength(64);
        builder.Property(k => k.Beginning).HasMaxLength(12);
        builder.HasIndex(k => k.SecretHash).IsUnique();
        builder.HasIndex(k => new { k.WorkspaceId, k.PersonId });
        // It leaves with its member.
        builder.HasOne<Membership>().WithMany().HasForeignKey(k => new { k.WorkspaceId, k.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
