using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Ledger;

/// <summary>
/// One thing that happens later: a post falls due, a token is renewed, numbers are fetched. The row is the timer;
/// it is removed or moved on in the transaction that did the thing.
/// </summary>
public sealed class DueItem : IWorkspaceRow
{
    public required DueId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>Name of the <see cref="IDueHandler"/>.</summary>
    [NotPersonal("A name of the program's.")]
    public required string Kind { get; init; }

    /// <summary>What it is about; there is at most one item of a kind for a subject.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Set when handling it asks Instagram something: it then runs in the account's grain, after all acts that wait.</summary>
    public AccountId? AccountId { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public required int Lane { get; init; }

    public int Attempts { get; set; }

    [NotPersonal("The type of an error.")]
    public string? LastError { get; set; }
}

internal sealed class DueItemConfiguration : IEntityTypeConfiguration<DueItem>
{
    public void Configure(EntityTypeBuilder<DueItem> builder)
    {
        builder.ToTable("due_items");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Kind).HasMaxLength(40);
        builder.Property(d => d.LastError).HasMaxLength(200);
        // Whoever comes second finds the row moved or gone, and his transaction undone.
        builder.Property(d => d.DueAt).IsConcurrencyToken();
        builder.HasIndex(d => new { d.Lane, d.DueAt });
        builder.HasIndex(d => new { d.AccountId, d.DueAt });
        builder.HasIndex(d => new { d.Kind, d.SubjectId }).IsUnique();
    }
}
