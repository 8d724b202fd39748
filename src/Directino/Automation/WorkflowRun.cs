using Directino.Accounts;
using Directino.Inbox;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Automation;

/// <summary>What one workflow did about one comment that contained its words, and why, where it did nothing.</summary>
public sealed class WorkflowRun : IWorkspaceRow
{
    public required WorkflowRunId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required WorkflowId WorkflowId { get; init; }

    public required CommentId CommentId { get; init; }

    public required AccountId AccountId { get; init; }

    public FollowerId? FollowerId { get; init; }

    [NotPersonal("Id of one of the account's own posts.")]
    public string? MediaId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required RunOutcome Outcome { get; init; }

    /// <summary>The rule that kept it from answering.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Rule { get; init; }

    /// <summary>The step that answers in public; what became of it stands in the ledger.</summary>
    public ActId? PublicActId { get; set; }

    /// <summary>The step that answers in private; what became of it stands in the ledger.</summary>
    public ActId? PrivateActId { get; set; }

    /// <summary>The conversation the private answer opened.</summary>
    public ConversationId? ConversationId { get; set; }
}

public enum RunOutcome
{
    Answered,
    Refused,
}

internal sealed class WorkflowRunConfiguration : IEntityTypeConfiguration<WorkflowRun>
{
    public void Configure(EntityTypeBuilder<WorkflowRun> builder)
    {
        builder.ToTable("workflow_runs");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.MediaId).HasMaxLength(64);
        builder.Property(r => r.Rule).HasMaxLength(100);
        builder.HasIndex(r => new { r.WorkflowId, r.CommentId }).IsUnique();
        // At most one workflow answers a comment.
        builder.HasIndex(r => r.CommentId).IsUnique().HasFilter("outcome = 'Answered'");
        builder.HasIndex(r => new { r.AccountId, r.FollowerId, r.MediaId });
        builder.HasIndex(r => new { r.WorkspaceId, r.WorkflowId, r.At });
    }
}
