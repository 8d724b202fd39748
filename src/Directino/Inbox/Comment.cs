using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Inbox;

/// <summary>A comment under one of the account's posts, somebody's or the account's own answer.</summary>
public sealed class Comment : IWorkspaceRow
{
    /// <summary>Instagram's own limit for a comment, in characters.</summary>
    public const int LongestText = 2200;

    public required CommentId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    public required ConversationId ConversationId { get; init; }

    /// <summary>Instagram's id; null while it is being sent.</summary>
    [Personal(PersonalCategory.FollowerContent, "To answer this comment and to recognise it when it arrives twice.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? InstagramId { get; set; }

    /// <summary>The top-level comment it answers, as Instagram calls it.</summary>
    [Personal(PersonalCategory.FollowerContent, "To show what a comment answers.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? ParentId { get; init; }

    /// <summary>The media it stands under; for an ad made from a post, the post.</summary>
    [NotPersonal("Id of one of the account's own posts.")]
    public string? MediaId { get; init; }

    /// <summary>The account wrote it.</summary>
    public required bool IsOurs { get; init; }

    /// <summary>Written during a live broadcast: it can be answered in private only, and only while that runs.</summary>
    public bool IsLive { get; init; }

    public FollowerId? FollowerId { get; init; }

    [Personal(PersonalCategory.FollowerContent, "To be read and answered.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? Text { get; set; }

    /// <summary>When it was written; when it was first heard of, as long as <see cref="TimeIsExact"/> is false.</summary>
    public required DateTimeOffset At { get; set; }

    public bool TimeIsExact { get; set; }

    public bool IsHidden { get; set; }

    /// <summary>It is no longer at Instagram.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    public required DeliveryState State { get; set; }

    /// <summary>The act that writes it, when it was written here.</summary>
    public ActId? ActId { get; set; }

    public bool IsAutomated { get; set; }

    /// <summary>What wrote it: see <see cref="AuthorId"/>. Null when it was written in Instagram itself.</summary>
    public CauseKind? AuthorKind { get; set; }

    /// <summary>The member or the workflow that wrote it.</summary>
    public Guid? AuthorId { get; set; }

    /// <summary>Rule or error that holds or ended its sending.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Reason { get; set; }

    /// <summary>The top-level comment of its thread, as Instagram calls it.</summary>
    public string? RootId => ParentId ?? InstagramId;
}

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("comments");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.InstagramId).HasMaxLength(64);
        builder.Property(c => c.ParentId).HasMaxLength(64);
        builder.Property(c => c.MediaId).HasMaxLength(64);
        builder.Property(c => c.Reason).HasMaxLength(100);
        builder.Ignore(c => c.RootId);
        // However often it is delivered, it is one comment.
        builder.HasIndex(c => new { c.AccountId, c.InstagramId }).IsUnique();
        builder.HasIndex(c => new { c.ConversationId, c.At });
        builder.HasIndex(c => new { c.AccountId, c.At });
        builder.HasIndex(c => new { c.AccountId, c.FollowerId });
        builder.HasIndex(c => c.ActId);
    }
}
