using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Intake;

/// <summary>
/// One inbound event as Meta sent it, stored before the webhook was answered. It knows no workspace yet: one body may
/// mix accounts, and an account may be connected in several workspaces.
/// </summary>
[PlatformRow("Stored before it is known whose it is; it reaches a workspace when it is processed.")]
public sealed class IntakeEvent
{
    public long Id { get; init; }

    /// <summary>What identifies the event (message id, comment id, field + id + time …) within its account. Unique: a repeated delivery adds nothing.</summary>
    [Personal(PersonalCategory.FollowerContent, "To recognise a repeated delivery.", Retention.ThirtyDays, Eraser.ByAge)]
    public required string Key { get; init; }

    /// <summary>Professional account id of <c>entry.id</c>.</summary>
    [Personal(PersonalCategory.AccountProfile, "To know whose event it is.", Retention.ThirtyDays, Eraser.ByAge)]
    public required string InstagramId { get; init; }

    /// <summary>Kind of the event, as the client names it; or that it is a whole body yet to be taken apart (<see cref="LargeBody"/>).</summary>
    [NotPersonal("A name of the program's.")]
    public required string Kind { get; init; }

    /// <summary>Events with the same value are processed in order.</summary>
    [Personal(PersonalCategory.FollowerIdentity, "To keep the order within a conversation.", Retention.ThirtyDays, Eraser.ByAge)]
    public required string Conversation { get; init; }

    /// <summary>When it happened or was sent, as the event says.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required int Lane { get; init; }

    public IntakeState State { get; set; }

    public int Attempts { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    [NotPersonal("The type of an error.")]
    public string? LastError { get; set; }

    /// <summary>
    /// The event's own slice of the body, byte for byte; of a large body all of it, perhaps packed. The last column, as this one is: SQLite
    /// walks through megabytes to reach what comes after them, and can only leave room for them at the end.
    /// </summary>
    [Personal(PersonalCategory.FollowerContent, "So that nothing sent to an account is lost, and can be replayed.", Retention.ThirtyDays, Eraser.ByAge)]
    public required byte[] Payload { get; init; }
}

public enum IntakeState
{
    Pending = 0,
    Done = 1,

    /// <summary>Nobody here has connected that account.</summary>
    Unclaimed = 2,

    /// <summary>Failed too often; kept, shown to the operator, can be replayed.</summary>
    Stuck = 3,
}

internal sealed class IntakeEventConfiguration : IEntityTypeConfiguration<IntakeEvent>
{
    public void Configure(EntityTypeBuilder<IntakeEvent> builder)
    {
        builder.ToTable("intake_events");
        builder.Property(e => e.Id).ValueGeneratedOnAdd();
        builder.Property(e => e.Key).HasMaxLength(300);
        builder.Property(e => e.InstagramId).HasMaxLength(40);
        builder.Property(e => e.Kind).HasMaxLength(20);
        builder.Property(e => e.Conversation).HasMaxLength(120);
        builder.Property(e => e.State).HasConversion<int>();
        builder.Property(e => e.LastError).HasMaxLength(200);
        builder.HasIndex(e => e.Key).IsUnique();
        builder.HasIndex(e => new { e.Lane, e.Id }).HasFilter("state = 0");
        builder.HasIndex(e => e.ReceivedAt);
    }
}
