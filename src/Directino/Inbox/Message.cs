using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Inbox;

/// <summary>A direct message, to or from a person.</summary>
public sealed class Message : IWorkspaceRow
{
    public required MessageId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    public required ConversationId ConversationId { get; set; }

    /// <summary>Instagram's id (<c>mid</c>); null while it is being sent.</summary>
    [Personal(PersonalCategory.FollowerContent, "To recognise the message when it is edited, deleted or delivered twice.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? Mid { get; set; }

    /// <summary>True when the account wrote it.</summary>
    public required bool IsOurs { get; set; }

    public required DeliveryState State { get; set; }

    [Personal(PersonalCategory.FollowerContent, "To be read and answered.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? Text { get; set; }

    /// <summary>Kinds of what is attached, comma-separated: <c>image</c>, <c>video</c>, <c>share</c> …</summary>
    [NotPersonal("Kinds of attachments.")]
    public string? Attachments { get; set; }

    /// <summary>Instagram's address of the first attachment or of the story; it expires, and the file itself is not kept.</summary>
    [Personal(PersonalCategory.FollowerContent, "To show what was attached while Instagram still serves it.", Retention.ThirtyDays, Eraser.WithFollower)]
    public string? AttachmentUrl { get; set; }

    /// <summary>It answers or mentions a story.</summary>
    public bool AboutStory { get; set; }

    /// <summary>The one private message this comment allowed.</summary>
    public CommentId? CommentId { get; init; }

    /// <summary>The message it answers inline.</summary>
    [Personal(PersonalCategory.FollowerContent, "To show what a message answers.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? ReplyToMid { get; set; }

    /// <summary>The person's reaction to it.</summary>
    [Personal(PersonalCategory.FollowerContent, "To show how the person reacted.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? Reaction { get; set; }

    public required DateTimeOffset At { get; set; }

    public DateTimeOffset? EditedAt { get; set; }

    public int Edits { get; set; }

    /// <summary>Unsent by its author; the text is gone from here, too.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>Copy of a message in a conversation that another app controls.</summary>
    public bool IsStandby { get; set; }

    /// <summary>The act that sends it, when it was written here.</summary>
    public ActId? ActId { get; set; }

    /// <summary>Written by a program, and marked as such wherever it is shown.</summary>
    public bool IsAutomated { get; set; }

    /// <summary>What wrote it: see <see cref="AuthorId"/>. Null when it was written in Instagram itself.</summary>
    public CauseKind? AuthorKind { get; set; }

    /// <summary>The member or the workflow that wrote it.</summary>
    public Guid? AuthorId { get; set; }

    /// <summary>Rule or error that holds or ended its sending.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Reason { get; set; }

    /// <summary>What the list shows of it: its text, or null where only something is attached.</summary>
    public string? Snippet => DeletedAt is null ? Text : null;

    /// <summary>Removes what its author took back, and leaves the mark that something was there.</summary>
    public void TakeBack(DateTimeOffset at)
    {
        DeletedAt ??= at;
        Text = null;
        Attachments = null;
        AttachmentUrl = null;
        Reaction = null;
    }
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Mid).HasMaxLength(256);
        builder.Property(m => m.ReplyToMid).HasMaxLength(256);
        builder.Property(m => m.Attachments).HasMaxLength(200);
        builder.Property(m => m.Reaction).HasMaxLength(40);
        builder.Property(m => m.Reason).HasMaxLength(100);
        builder.Ignore(m => m.Snippet);
        // However often it is delivered, it is one message.
        builder.HasIndex(m => new { m.AccountId, m.Mid }).IsUnique();
        builder.HasIndex(m => new { m.ConversationId, m.At });
        builder.HasIndex(m => m.ActId);
        builder.HasIndex(m => m.CommentId);
    }
}
