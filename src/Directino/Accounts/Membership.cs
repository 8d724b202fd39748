using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Accounts;

/// <summary>A person's place in a workspace.</summary>
public sealed class Membership : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required PersonId PersonId { get; init; }

    public required Role Role { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.HasKey(m => new { m.WorkspaceId, m.PersonId });
        builder.HasIndex(m => m.PersonId);
    }
}
