using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Accounts.Connecting;

/// <summary>
/// A person's wish, brought by Meta, to have the data of their Instagram account deleted: the proof that it came and what became of it. Says nothing of
/// whom it is about; the person finds it by its code.
/// </summary>
[PlatformRow("It is about an account at Instagram, which several workspaces may have connected, and is read by its code alone.")]
public sealed class DataDeletion
{
    public required DataDeletionId Id { get; init; }

    /// <summary>Hash of the code by which its page is found.</summary>
    [NotPersonal("The hash of a code that says nothing.")]
    public required string CodeHash { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>What one workspace has to delete for a <see cref="DataDeletion"/>, and has deleted.</summary>
public sealed class DataDeletionPart : IWorkspaceRow
{
    public required DataDeletionPartId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required DataDeletionId DeletionId { get; init; }

    /// <summary>Ours; it leads nowhere once its account is deleted. No typed id, so that this row is not among those that go with the account.</summary>
    public required Guid Account { get; init; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>How many rows of which <see cref="PersonalCategory"/>, as <c>Category:7;…</c>.</summary>
    [NotPersonal("Names of categories with numbers.")]
    public string? Erased { get; private set; }

    public void Done(IReadOnlyDictionary<PersonalCategory, int> erased, DateTimeOffset now) =>
        (DoneAt, Erased) = (now, string.Join(';', erased.Where(e => e.Value > 0).OrderBy(e => e.Key).Select(e => FormattableString.Invariant($"{e.Key}:{e.Value}"))));
}

internal sealed class DataDeletionConfiguration : IEntityTypeConfiguration<DataDeletion>, IEntityTypeConfiguration<DataDeletionPart>
{
    public void Configure(EntityTypeBuilder<DataDeletion> builder)
    {
        builder.ToTable("data_deletions");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.CodeHash).HasMaxLength(64);
        builder.HasIndex(d => d.CodeHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DataDeletionPart> builder)
    {
        builder.ToTable("data_deletion_parts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Erased).HasMaxLength(500);
        builder.HasIndex(d => d.DeletionId);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(d => d.WorkspaceId).OnDelete(DeleteBehavior.Cascade);
    }
}
