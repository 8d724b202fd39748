using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Files;

/// <summary>A file that a member is bringing in: one at a time, kept until its rows are posts or put away, so that no correction is lost.</summary>
public sealed class PlanImport : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required PersonId PersonId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To give a member back what they were writing.", Retention.UntilUsed, Eraser.WithPerson)]
    public required string FileName { get; init; }

    /// <summary>Names of columns that nothing is known of.</summary>
    [NotPersonal("Names of columns.")]
    public required List<string> Unused { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A row of it that is not a post yet.</summary>
public sealed class PlanImportRow : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required PersonId PersonId { get; init; }

    public required int Line { get; init; }

    [Personal(PersonalCategory.AccountContent, "To give a member back what they were writing.", Retention.UntilUsed, Eraser.WithPerson)]
    public required Dictionary<PlanColumn, string> Cells { get; set; }

    public PlanRow Row => new(Line, Cells);
}

internal sealed class PlanImportConfiguration : IEntityTypeConfiguration<PlanImport>, IEntityTypeConfiguration<PlanImportRow>
{
    public void Configure(EntityTypeBuilder<PlanImport> builder)
    {
        builder.ToTable("plan_imports");
        builder.HasKey(i => new { i.WorkspaceId, i.PersonId });
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.Unused).HasConversion(
            names => PostConfiguration.Write(names), text => PostConfiguration.Read<List<string>>(text),
            new ValueComparer<List<string>>((a, b) => a!.SequenceEqual(b!), n => n.Count, n => n));
        // It leaves with its member.
        builder.HasOne<Membership>().WithOne().HasForeignKey<PlanImport>(i => new { i.WorkspaceId, i.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PlanImportRow> builder)
    {
        builder.ToTable("plan_import_rows");
        builder.HasKey(r => new { r.WorkspaceId, r.PersonId, r.Line });
        builder.Property(r => r.Cells).HasConversion(
            cells => PostConfiguration.Write(cells), text => PostConfiguration.Read<Dictionary<PlanColumn, string>>(text),
            new ValueComparer<Dictionary<PlanColumn, string>>((a, b) => a == b, c => c.Count, c => c));
        builder.Ignore(r => r.Row);
        builder.HasOne<PlanImport>().WithMany().HasForeignKey(r => new { r.WorkspaceId, r.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
