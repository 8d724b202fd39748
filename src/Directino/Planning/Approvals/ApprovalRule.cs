using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Approvals;

/// <summary>Whose word a workspace waits for. A workspace without one waits for nobody's.</summary>
public sealed class ApprovalRule : IWorkspaceRow
{
    private readonly List<Approver> _approvers = [];

    public required WorkspaceId WorkspaceId { get; init; }

    public ApprovalKind Kind { get; private set; }

    /// <summary>The members it names; also kept while it waits for a client.</summary>
    public IReadOnlyList<Approver> Approvers => _approvers;

    /// <summary>Counts every change, so that of two people who change it the second learns of the first.</summary>
    public int Version { get; private set; }

    public void Set(ApprovalKind kind, IReadOnlyCollection<PersonId> approvers)
    {
        Kind = kind;
        _approvers.RemoveAll(a => !approvers.Contains(a.PersonId));
        _approvers.AddRange(approvers.Distinct().Where(p => !_approvers.Exists(a => a.PersonId == p)).Select(p => new Approver { PersonId = p }).ToList());
        Version++;
    }
}

/// <summary>A member whose word is waited for.</summary>
public sealed class Approver
{
    public required PersonId PersonId { get; init; }
}

internal sealed class ApprovalRuleConfiguration : IEntityTypeConfiguration<ApprovalRule>
{
    public void Configure(EntityTypeBuilder<ApprovalRule> builder)
    {
        builder.ToTable("approval_rules");
        builder.HasKey(r => r.WorkspaceId);
        builder.Property(r => r.WorkspaceId).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.OwnsMany(r => r.Approvers, approvers =>
        {
            approvers.ToTable("approvers");
            approvers.WithOwner().HasForeignKey("WorkspaceId");
            approvers.HasKey("WorkspaceId", nameof(Approver.PersonId));
            approvers.Property(a => a.PersonId).ValueGeneratedNever();
            // Nobody is waited for who has left.
            approvers.HasOne<Membership>().WithMany().HasForeignKey("WorkspaceId", nameof(Approver.PersonId)).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Navigation(r => r.Approvers).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
