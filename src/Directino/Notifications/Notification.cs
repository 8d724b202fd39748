using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Notifications;

/// <summary>One thing that one member is told: in the product, by mail, or both. Forgotten after thirty days, and with what it is about.</summary>
public sealed class Notification : IWorkspaceRow
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>As <see cref="Detail"/>: what is to be changed is said by remarks.</summary>
    public const string ByRemarks = "remarks";

    public required NotificationId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    /// <summary>Whom it is told.</summary>
    public required PersonId PersonId { get; init; }

    public required NotificationKind Kind { get; init; }

    /// <summary>The post or account it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The member who did it; null for a client, or where nobody did.</summary>
    public PersonId? By { get; init; }

    [Personal(PersonalCategory.AccountContent, "To tell a member what a client said.", Retention.ThirtyDays, Eraser.ByAge)]
    public string? ClientName { get; init; }

    [Personal(PersonalCategory.AccountContent, "To tell a member what is to be changed.", Retention.ThirtyDays, Eraser.ByAge)]
    public string? Sentence { get; init; }

    /// <summary>The rule that stands in the way, or how many days are left.</summary>
    [NotPersonal("A name of the program's, or a number.")]
    public string? Detail { get; init; }

    /// <summary>Whether what a client answered is that they want changes: in a sentence, or by their remarks.</summary>
    public bool WantsChanges => Sentence is not null || Detail == ByRemarks;

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Whether it is shown in the product.</summary>
    public required bool InApp { get; init; }

    public required LetterState Letter { get; init; }

    /// <summary>The letter that tells it, perhaps together with others.</summary>
    public Guid? LetterId { get; init; }

    /// <summary>When that letter was taken up.</summary>
    public DateTimeOffset? LetterAt { get; init; }
}

/// <summary>How far the letter is that tells a notification.</summary>
public enum LetterState
{
    /// <summary>It is not told by mail, or was read before a letter went.</summary>
    None,
    Waiting,

    /// <summary>Taken up by one run, which sends it; nobody else does.</summary>
    Sending,
    Sent,

    /// <summary>Nobody knows whether it arrived. It is not sent twice: the product says the same.</summary>
    InDoubt,
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Ignore(n => n.WantsChanges);
        builder.Property(n => n.ClientName).HasMaxLength(100);
        builder.Property(n => n.Sentence).HasMaxLength(1000);
        builder.Property(n => n.Detail).HasMaxLength(100);
        builder.HasIndex(n => new { n.WorkspaceId, n.PersonId, n.Id });
        builder.HasIndex(n => new { n.WorkspaceId, n.PersonId, n.ReadAt });
        builder.HasIndex(n => n.SubjectId);
        builder.HasIndex(n => n.LetterId);
        // It leaves with its member.
        builder.HasOne<Membership>().WithMany().HasForeignKey(n => new { n.WorkspaceId, n.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
