using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Planning.Approvals;

/// <summary>One thing that was said about a post on its way to approval. Steps are only ever added.</summary>
public sealed class ApprovalStep : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>1 for the first of the post.</summary>
    public required int Number { get; init; }

    public required ApprovalStepKind Kind { get; init; }

    /// <summary>The edition of the post that was seen.</summary>
    public required int Edition { get; init; }

    /// <summary>The member who said it; null for a client.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>The link by which a client said it.</summary>
    public ClientLinkId? LinkId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To say who approved a post for a client.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public string? ClientName { get; init; }

    [Personal(PersonalCategory.AccountContent, "To say what is to be changed about a post.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public string? Sentence { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What was said.</summary>
public enum ApprovalStepKind
{
    /// <summary>Its author asked for approval.</summary>
    Asked,
    Approved,
    ChangesAsked,
}

internal sealed class ApprovalStepConfiguration : IEntityTypeConfiguration<ApprovalStep>
{
    public void Configure(EntityTypeBuilder<ApprovalStep> builder)
    {
        builder.ToTable("approval_steps");
        // Of two people who speak at the same moment the second one's number is taken: they are told where the post stands by then.
        builder.HasKey(s => new { s.PostId, s.Number });
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.Property(s => s.ClientName).HasMaxLength(100);
        builder.Property(s => s.Sentence).HasMaxLength(ApprovalDemand.LongestSentence);
        builder.HasOne<Post>().WithMany().HasForeignKey(s => s.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
