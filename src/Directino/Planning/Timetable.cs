using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning;

/// <summary>When an account likes to post: the slots of its week.</summary>
public sealed class Timetable : IWorkspaceRow
{
    private readonly List<TimetableSlot> _slots = [];

    public required AccountId AccountId { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>It keeps its slots and offers none.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Counts every change, so that of two people who edit it the second learns of the first.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<TimetableSlot> Slots => _slots;

    /// <summary>These slots and no others.</summary>
    public void Set(IReadOnlyCollection<WeekSlot> slots, bool paused)
    {
        _slots.RemoveAll(s => !slots.Contains(s.Place));
        _slots.AddRange(slots.Distinct().Where(s => !_slots.Exists(t => t.Place == s)).Select(s => new TimetableSlot { Weekday = s.Weekday, Time = s.Time }).ToList());
        IsPaused = paused;
        Version++;
    }
}

/// <summary>One slot of a timetable, as it is kept.</summary>
public sealed class TimetableSlot
{
    public required DayOfWeek Weekday { get; init; }

    public required TimeOnly Time { get; init; }

    public WeekSlot Place => new(Weekday, Time);
}

internal sealed class TimetableConfiguration : IEntityTypeConfiguration<Timetable>
{
    public void Configure(EntityTypeBuilder<Timetable> builder)
    {
        builder.ToTable("timetables");
        builder.HasKey(t => t.AccountId);
        builder.Property(t => t.AccountId).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => t.WorkspaceId);
        builder.HasOne<ConnectedAccount>().WithOne().HasForeignKey<Timetable>(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.OwnsMany(t => t.Slots, Slots);
        builder.Navigation(t => t.Slots).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void Slots(OwnedNavigationBuilder<Timetable, TimetableSlot> slots)
    {
        slots.ToTable("timetable_slots");
        slots.WithOwner().HasForeignKey("AccountId");
        slots.HasKey("AccountId", nameof(TimetableSlot.Weekday), nameof(TimetableSlot.Time));
        slots.Property(s => s.Weekday).ValueGeneratedNever();
        slots.Property(s => s.Time).ValueGeneratedNever();
        slots.Ignore(s => s.Place);
    }
}
