using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Directino.Inbox;

/// <summary>One line of the inbox. It repeats what its messages or comments say last, so that a list is one query.</summary>
public sealed class Conversation : IWorkspaceRow
{
    /// <summary>How much of the last words a line of the list keeps.</summary>
    public const int SnippetLength = 160;

    public required ConversationId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    public required ConversationKind Kind { get; init; }

    /// <summary>What makes it one of its kind: the person for messages, the top-level comment for comments.</summary>
    [Personal(PersonalCategory.FollowerIdentity, "To put what belongs together into one conversation.", Retention.TwelveMonths, Eraser.WithFollower)]
    public required string Key { get; init; }

    /// <summary>The person; null while only an answer to an unknown comment has arrived.</summary>
    public FollowerId? FollowerId { get; set; }

    /// <summary>The post the comment stands under.</summary>
    public CommentedPostId? PostId { get; set; }

    public required DateTimeOffset LastAt { get; set; }

    [Personal(PersonalCategory.FollowerContent, "To show the last words in the list.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? LastText { get; set; }

    /// <summary>True when the account wrote last.</summary>
    public bool LastIsOurs { get; set; }

    public DateTimeOffset? LastInboundAt { get; set; }

    public DateTimeOffset? LastOutboundAt { get; set; }

    /// <summary>What arrived since a member last looked.</summary>
    public int Unread { get; set; }

    /// <summary>Since when somebody waits for an answer; null when nobody does.</summary>
    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>A workflow has written in it.</summary>
    public bool HasAutomated { get; set; }

    /// <summary>Last qualifying act of the person plus 24 hours. Only for messages.</summary>
    public DateTimeOffset? WindowEndsAt { get; set; }

    /// <summary>Another app controls it: shown, never answered by workflows.</summary>
    public bool IsStandby { get; set; }

    /// <summary>Something arrived from the person.</summary>
    public void Inbound(DateTimeOffset at, string? text, bool isNews)
    {
        if (LastInboundAt is null || at > LastInboundAt)
            LastInboundAt = at;
        Show(at, text, ours: false);
        if (!isNews || (LastOutboundAt is { } answered && answered > at))
            return;
        Unread++;
        WaitingSince ??= at;
    }

    /// <summary>The account wrote, from here or from anywhere else.</summary>
    public void Outbound(DateTimeOffset at, string? text, bool automated)
    {
        if (LastOutboundAt is null || at > LastOutboundAt)
            LastOutboundAt = at;
        HasAutomated |= automated;
        Show(at, text, ours: true);
        if (LastInboundAt is null || at >= LastInboundAt)
            (WaitingSince, Unread) = (null, 0);
    }

    /// <summary>The person did something that lets the account answer for 24 hours.</summary>
    public void OpenWindow(DateTimeOffset at)
    {
        var until = at + MessageWindow.Standard;
        if (WindowEndsAt is null || until > WindowEndsAt)
            WindowEndsAt = until;
    }

    /// <summary>The words of the last line, when they are newer than what is shown.</summary>
    public void Show(DateTimeOffset at, string? text, bool ours)
    {
        if (at < LastAt)
            return;
        LastAt = at;
        LastText = Cut(text);
        LastIsOurs = ours;
    }

    private static string? Cut(string? text)
    {
        if (text is null || text.Length <= SnippetLength)
            return text;
        // Never in the middle of a surrogate pair.
        var end = char.IsHighSurrogate(text[SnippetLength - 1]) ? SnippetLength - 1 : SnippetLength;
        return text[..end];
    }
}

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversations");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Key).HasMaxLength(80);
        builder.Property(c => c.LastText).HasMaxLength(Conversation.SnippetLength);
        builder.HasIndex(c => new { c.AccountId, c.Kind, c.Key }).IsUnique();
        builder.HasIndex(c => new { c.WorkspaceId, c.LastAt });
        builder.HasIndex(c => new { c.WorkspaceId, c.Kind, c.LastAt });
        builder.HasIndex(c => new { c.WorkspaceId, c.WaitingSince }).HasFilter("waiting_since IS NOT NULL");
        builder.HasIndex(c => c.FollowerId);
        builder.HasIndex(c => c.PostId);
    }
}
