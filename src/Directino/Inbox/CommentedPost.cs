using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Inbox;

/// <summary>What the inbox knows of a post, so that a comment can be read beside what it is about. Also posts that were not published from here.</summary>
public sealed class CommentedPost : IWorkspaceRow
{
    public required CommentedPostId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    [NotPersonal("Id of one of the account's own posts.")]
    public required string MediaId { get; init; }

    [Personal(PersonalCategory.AccountContent, "To show what a comment is about.", Retention.WhileConnected, Eraser.WithAccount)]
    public string? Caption { get; set; }

    /// <summary>Expires; read again when the post is.</summary>
    [Personal(PersonalCategory.AccountContent, "To show what a comment is about.", Retention.WhileConnected, Eraser.WithAccount)]
    public string? PictureUrl { get; set; }

    [Personal(PersonalCategory.AccountContent, "To open the post at Instagram.", Retention.WhileConnected, Eraser.WithAccount)]
    public string? Permalink { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>How many comments Instagram counted when they were last read; null when they never were.</summary>
    public long? CommentsCounted { get; set; }

    /// <summary>When caption and picture were read, or found gone, last.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}

internal sealed class CommentedPostConfiguration : IEntityTypeConfiguration<CommentedPost>
{
    public void Configure(EntityTypeBuilder<CommentedPost> builder)
    {
        builder.ToTable("commented_posts");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.MediaId).HasMaxLength(64);
        builder.HasIndex(p => new { p.AccountId, p.MediaId }).IsUnique();
        builder.HasIndex(p => new { p.WorkspaceId, p.PublishedAt });
    }
}
