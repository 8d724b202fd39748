using Directino.Accounts;
using Directino.Labels;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Days;

/// <summary>What a workspace notes about a day, or about several that follow each other: a fair, a strike, a day off.</summary>
public sealed class DayNote : IWorkspaceRow
{
    public const int LongestText = 200;

    /// <summary>A note is about days, not about a year.</summary>
    public const int MostDays = 366;

    public required DayNoteId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required DateOnly First { get; set; }

    /// <summary>The last day it is about, itself included.</summary>
    public required DateOnly Last { get; set; }

    [Personal(PersonalCategory.AccountContent, "To show what a member noted about a day.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string Text { get; set; }

    public LabelColor Color { get; set; }

    public required PersonId CreatedBy { get; init; }

    /// <summary>Counts every change, so that of two people who edit it the second learns of the first.</summary>
    public int Version { get; set; } = 1;
}

internal sealed class DayNoteConfiguration : IEntityTypeConfiguration<DayNote>
{
    public void Configure(EntityTypeBuilder<DayNote> builder)
    {
        builder.ToTable("day_notes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Text).HasMaxLength(DayNote.LongestText);
        builder.Property(n => n.Version).IsConcurrencyToken();
        // What touches a stretch of days.
        builder.HasIndex(n => new { n.WorkspaceId, n.First });
    }
}
