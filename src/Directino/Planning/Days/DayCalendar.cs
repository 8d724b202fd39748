using Directino.Accounts;
using Directino.Labels;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Days;

/// <summary>A calendar that was brought in: from a file, or from an address that is read anew every day.</summary>
public sealed class DayCalendar : IWorkspaceRow
{
    public const int LongestName = 60;

    public required DayCalendarId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    [NotPersonal("A name a member chose for a calendar.")]
    public required string Name { get; set; }

    public LabelColor Color { get; set; }

    /// <summary>Where it comes from; null for a file. Many such addresses are the only secret that guards a calendar: it is sealed, and never shown again.</summary>
    [Personal(PersonalCategory.AccountSecret, "To read the calendar anew.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public byte[]? SealedAddress { get; init; }

    /// <summary>The server of that address, to know it again.</summary>
    [NotPersonal("The name of a server.")]
    public string? Host { get; init; }

    public required DateTimeOffset ReadAt { get; set; }

    /// <summary>Its days are known until then.</summary>
    public required DateOnly KnownUntil { get; set; }

    public required int Days { get; set; }

    /// <summary>Why it could not be read when that was last tried; what was read before stays.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Trouble { get; set; }
}

/// <summary>An event of a calendar that was brought in, on its days.</summary>
public sealed class CalendarDay : IWorkspaceRow
{
    public const int LongestTitle = 200;

    public required WorkspaceId WorkspaceId { get; init; }

    public required DayCalendarId CalendarId { get; init; }

    public required int Place { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    [Personal(PersonalCategory.AccountContent, "To show what a calendar says about a day.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string Title { get; init; }
}

internal sealed class DayCalendarConfiguration : IEntityTypeConfiguration<DayCalendar>, IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<DayCalendar> builder)
    {
        builder.ToTable("day_calendars");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(DayCalendar.LongestName);
        builder.Property(c => c.SealedAddress).HasMaxLength(8_000);
        builder.Property(c => c.Host).HasMaxLength(255);
        builder.Property(c => c.Trouble).HasMaxLength(100);
        builder.HasIndex(c => c.WorkspaceId);
    }

    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("calendar_days");
        builder.HasKey(d => new { d.CalendarId, d.Place });
        builder.Property(d => d.Place).ValueGeneratedNever();
        builder.Property(d => d.Title).HasMaxLength(CalendarDay.LongestTitle);
        builder.HasIndex(d => new { d.WorkspaceId, d.First });
        builder.HasOne<DayCalendar>().WithMany().HasForeignKey(d => d.CalendarId).OnDelete(DeleteBehavior.Cascade);
    }
}
