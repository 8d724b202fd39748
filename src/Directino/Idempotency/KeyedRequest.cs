using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Idempotency;

/// <summary>
/// A request that a program named by a key of its own, so that it may be sent again and is done once (draft-ietf-httpapi-idempotency-key-header).
/// The row stands before anything is done; that there is one for each caller and key is the database's word.
/// </summary>
public sealed class KeyedRequest : IWorkspaceRow
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>A request that has no answer after this long is none that is being worked on: its program ended, and nobody knows how far it came.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Bytes of an answer that are kept. Of a longer one only the status is.</summary>
    public const int LargestBody = 256 * 1024;

    public required WorkspaceId WorkspaceId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Through which of the person's API keys; empty for none.</summary>
    [NotPersonal("The id of an API key.")]
    public required string Caller { get; init; }

    /// <summary>SHA-256: a program may put anything into its key.</summary>
    [NotPersonal("A fingerprint.")]
    public required string KeyHash { get; init; }

    /// <summary>SHA-256 of method, address and body.</summary>
    [NotPersonal("A fingerprint.")]
    public required string RequestHash { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>It failed after it may have changed something: whether it was done nobody knows.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>The HTTP status of the answer; null as long as there is none.</summary>
    public int? Status { get; init; }

    [NotPersonal("A media type.")]
    public string? ContentType { get; init; }

    [NotPersonal("An address in this API.")]
    public string? Location { get; init; }

    [NotPersonal("A version.")]
    public string? ETag { get; init; }

    /// <summary>Null when there is no answer, or one that is not kept: too large, or a secret that is told once.</summary>
    [Personal(PersonalCategory.AccountContent, "To answer a program that sends a request again as it was answered the first time.", Retention.OneDay, Eraser.WithPerson)]
    public byte[]? Body { get; init; }
}

internal sealed class KeyedRequestConfiguration : IEntityTypeConfiguration<KeyedRequest>
{
    public void Configure(EntityTypeBuilder<KeyedRequest> builder)
    {
        builder.ToTable("keyed_requests");
        builder.HasKey(r => new { r.WorkspaceId, r.PersonId, r.Caller, r.KeyHash });
        builder.Property(r => r.Caller).HasMaxLength(64);
        builder.Property(r => r.KeyHash).HasMaxLength(64);
        builder.Property(r => r.RequestHash).HasMaxLength(64);
        builder.Property(r => r.ContentType).HasMaxLength(200);
        builder.Property(r => r.Location).HasMaxLength(2_000);
        builder.Property(r => r.ETag).HasMaxLength(200);
        builder.Property(r => r.Body).HasMaxLength(KeyedRequest.LargestBody);
        builder.HasIndex(r => r.StartedAt);
        // It leaves with its member.
        builder.HasOne<Membership>().WithMany().HasForeignKey(r => new { r.WorkspaceId, r.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
