using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Accounts;

/// <summary>A mailed link with which somebody joins a workspace in a role. Works once, for seven days.</summary>
public sealed class Invitation : IWorkspaceRow
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public required InvitationId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    [Personal(PersonalCategory.MemberContact, "To send the invitation.", Retention.UntilUsed, Eraser.WithWorkspace)]
    public required string Email { get; init; }

    public required Role Role { get; init; }

    public required PersonId InvitedBy { get; init; }

    /// <summary>SHA-256 of the secret in the link, lower-case hex. The secret itself is only in the mail.</summary>
    [NotPersonal("The hash of a random secret.")]
    public required string SecretHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && WithdrawnAt is null && now < ExpiresAt;
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.Property(i => i.SecretHash).HasMaxLength(64);
        builder.HasIndex(i => i.SecretHash).IsUnique();
        builder.HasIndex(i => new { i.WorkspaceId, i.CreatedAt });
    }
}
