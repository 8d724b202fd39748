using Directino.Sandbox.Journal;
using Directino.Sandbox.Webhooks;

namespace Directino.Sandbox.Messages;

/// <summary>A message in either direction; a private reply carries the comment it answers.</summary>
public sealed record MessageSent(Message Message) : Effect
{
    public override string? About => Message.AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(
        ("message", Message.Mid), ("person", Message.PersonId), ("comment", Message.CommentId), ("direction", Message.FromAccount ? "out" : "in"));
    public override string? Words => Message.Text;

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        state.Add(Message);
        if (Message.CommentId is { } comment && state.Comments.TryGetValue(comment, out var answered))
        {
            state.Comments[comment] = answered with { PrivateReplyMid = Message.Mid };
        }
        state.Notify(entry, MessageNotification.Sent(state, Message));
    }
}

public sealed record MessageReacted(string Mid, string AccountId, string PersonId, bool ByAccount, string? Reaction, string? Emoji) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("message", Mid), ("person", PersonId), ("direction", ByAccount ? "out" : "in"));
    public override string? Words => Emoji ?? Reaction;

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        var message = state.Messages[Mid];
        state.Messages[Mid] = ByAccount ? message with { AccountReaction = Emoji ?? Reaction } : message with { PersonReaction = Emoji ?? Reaction };
        if (ByAccount) return;
        if (Reaction is not null) state.OpenWindow(AccountId, PersonId, entry.Time);
        state.Notify(entry, MessageNotification.Reacted(state, this, entry.Time));
    }
}

public sealed record MessageEdited(string Mid, string AccountId, string PersonId, string NewText) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("message", Mid), ("person", PersonId));
    public override string? Words => NewText;

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        var edited = state.Messages[Mid];
        state.Messages[Mid] = edited = edited with { Text = NewText, Edits = edited.Edits + 1 };
        state.Notify(entry, MessageNotification.Edited(state, edited, entry.Time));
    }
}

public sealed record MessageDeleted(string Mid, string AccountId, string PersonId) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("message", Mid), ("person", PersonId));

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        var deleted = state.Messages[Mid] = state.Messages[Mid] with { Deleted = true };
        state.Notify(entry, MessageNotification.Deleted(state, deleted, entry.Time));
    }
}

public sealed record MessageSeen(string Mid, string AccountId, string PersonId) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("message", Mid), ("person", PersonId));

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        var key = (AccountId, PersonId);
        state.Conversations[key] = state.Conversations[key] with { SeenMid = Mid };
        state.Notify(entry, MessageNotification.Seen(state, this, entry.Time));
    }
}

/// <summary>A tap on a template button, an ice breaker or a menu entry.</summary>
public sealed record ButtonTapped(string Mid, string AccountId, string PersonId, string Title, string Payload) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("message", Mid), ("person", PersonId), ("payload", Payload));
    public override string? Words => Title;

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        state.OpenWindow(AccountId, PersonId, entry.Time);
        state.Notify(entry, MessageNotification.Tapped(state, this, entry.Time));
    }
}
