using Directino.Inbox;
using Directino.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Inbox;

/// <summary>A text to be sent.</summary>
internal sealed record TextRequest(string? Text)
{
    public string Said => Text!.Trim();

    public ValidationProblem? Problem() => string.IsNullOrWhiteSpace(Text)
        ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["text"] = ["Write a text to be sent."] })
        : null;
}

internal sealed record ConversationsAnswer(IReadOnlyList<ConversationAnswer> Conversations, string? Next);

internal sealed record ConversationAnswer(
    Guid Id, Guid Account, ConversationKind Kind, string? Name, string? Username, DateTimeOffset LastAt, string? LastText, bool LastIsOurs,
    int Unread, DateTimeOffset? WaitingSince, bool HasAutomated)
{
    public static ConversationAnswer Of(InboxLine l) => new(
        l.Id.Value, l.AccountId.Value, l.Kind, l.Name, l.Username, l.LastAt, l.LastText, l.LastIsOurs, l.Unread, l.WaitingSince, l.HasAutomated);
}

/// <summary><paramref name="WhyNoMessage"/> names the rule that forbids a message now.</summary>
internal sealed record ThreadAnswer(
    Guid Id, Guid Account, ConversationKind Kind, string? Username, string? Name, bool OptedOut, DateTimeOffset? WindowEndsAt, string? WhyNoMessage,
    DateTimeOffset? WaitingSince, int Unread)
{
    public static ThreadAnswer Of(ConversationThread t) => new(
        t.Conversation.Id.Value, t.Account.Id.Value, t.Conversation.Kind, t.Person?.Username, t.Person?.Name, t.Person?.OptedOutAt is not null,
        t.Conversation.WindowEndsAt, t.WhyNoMessage, t.Conversation.WaitingSince, t.Conversation.Unread);
}

internal sealed record EntriesAnswer(IReadOnlyList<EntryAnswer> Entries, string? Next)
{
    public static EntriesAnswer Of(EntryPage page) => new(
        [.. page.Messages.Select(EntryAnswer.Of).Concat(page.Comments.Select(EntryAnswer.Of))], page.Next);
}

internal sealed record EntryAnswer(
    Guid Id, Guid Conversation, string Kind, string? InstagramId, bool Ours, string? Text, DateTimeOffset At, DeliveryState State, string? Reason,
    bool Automated, CauseKind? Author, Guid? AuthorId, Guid? Comment, Guid? Act, DateTimeOffset? DeletedAt)
{
    public static EntryAnswer Of(Message m) => new(
        m.Id.Value, m.ConversationId.Value, "message", m.Mid, m.IsOurs, m.Text, m.At, m.State, m.Reason, m.IsAutomated, m.AuthorKind, m.AuthorId,
        m.CommentId?.Value, m.ActId?.Value, m.DeletedAt);

    public static EntryAnswer Of(Comment c) => new(
        c.Id.Value, c.ConversationId.Value, "comment", c.InstagramId, c.IsOurs, c.Text, c.At, c.State, c.Reason, c.IsAutomated, c.AuthorKind, c.AuthorId,
        null, c.ActId?.Value, c.GoneAt);
}
