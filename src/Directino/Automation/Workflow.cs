using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Automation;

/// <summary>“When a comment contains one of these words, answer it in public and in private.”</summary>
public sealed class Workflow : IWorkspaceRow
{
    public required WorkflowId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    [NotPersonal("A name a member chose for a workflow.")]
    public required string Name { get; set; }

    /// <summary>Since when it answers; null while it is off. Older comments are never answered.</summary>
    public DateTimeOffset? OnSince { get; set; }

    /// <summary>Words or phrases, one a line.</summary>
    [NotPersonal("Words a member listens for.")]
    public required string Keywords { get; set; }

    /// <summary>The only post it listens to; null for all.</summary>
    [NotPersonal("Id of one of the account's own posts.")]
    public string? MediaId { get; set; }

    /// <summary>Public answers, one a line, used in turn so that they vary. Empty: it answers in private only.</summary>
    [Personal(PersonalCategory.AccountContent, "To answer comments in the account's words.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string PublicTexts { get; set; }

    /// <summary>The private answer; empty: it answers in public only.</summary>
    [Personal(PersonalCategory.AccountContent, "To answer comments in the account's words.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string PrivateText { get; set; }

    /// <summary>The sentence under the private answer that says that nobody typed it.</summary>
    [Personal(PersonalCategory.AccountContent, "To say that a message is automated.", Retention.WhileWorkspaceExists, Eraser.WithWorkspace)]
    public required string Disclosure { get; set; }

    /// <summary>How many comments it has answered: says whose turn among the public texts it is.</summary>
    public int Answered { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required PersonId CreatedBy { get; init; }

    public bool IsOn => OnSince is not null;

    public IReadOnlyList<string> KeywordList => Lines(Keywords);

    public IReadOnlyList<string> PublicTextList => Lines(PublicTexts);

    public static IReadOnlyList<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed class WorkflowConfiguration : IEntityTypeConfiguration<Workflow>
{
    public void Configure(EntityTypeBuilder<Workflow> builder)
    {
        builder.ToTable("workflows");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Name).HasMaxLength(WorkflowDraft.LongestName);
        builder.Property(w => w.MediaId).HasMaxLength(64);
        builder.HasIndex(w => new { w.WorkspaceId, w.Id });
        builder.HasIndex(w => w.AccountId);
    }
}
