using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Inbox;

/// <summary>Everything one conversation's page shows, and what may be done in it now.</summary>
public sealed class ThreadQuery(IOptions<InboxOptions> options, TimeProvider clock)
{
    public const int Most = 200;

    /// <summary>The newest <paramref name="take"/> entries. Null when there is no such conversation in this workspace.</summary>
    public async Task<ConversationThread?> Read(DirectinoContext db, ConversationId id, int take, CancellationToken ct)
    {
        if (await db.Set<Conversation>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } conversation)
            return null;
        var account = await db.Set<ConnectedAccount>().AsNoTracking().SingleAsync(a => a.Id == conversation.AccountId, ct);
        var person = await db.Set<Follower>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == conversation.FollowerId, ct);
        var post = await db.Set<CommentedPost>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == conversation.PostId, ct);
        var entries = conversation.Kind == ConversationKind.Messages
            ? await Messages(db, conversation, take, ct)
            : await Comments(db, conversation, account, take, ct);
        var others = person is null ? [] : await Others(db, conversation, person, ct);
        return new ConversationThread(conversation, account, person, post, entries, entries.Count == take ? entries[0].At : null, others)
        {
            WhyNoMessage = conversation.Kind == ConversationKind.Messages ? WhyNoMessage(conversation, account) : null,
            HumanAgentEndsAt = MessageWindow.HumanAgentEndsAt(conversation, options.Value),
        };
    }

    private string? WhyNoMessage(Conversation conversation, ConnectedAccount account) =>
        (Gate.Standing(account, Capability.Messages) ?? SendMessage.WhyNot(conversation, byHuman: true, options.Value, clock.GetUtcNow()))?.Rule;

    private static async Task<IReadOnlyList<ThreadEntry>> Messages(DirectinoContext db, Conversation conversation, int take, CancellationToken ct)
    {
        var rows = await db.Set<Message>().AsNoTracking()
            .Where(m => m.ConversationId == conversation.Id && m.State != DeliveryState.Awaited)
            .OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(take).ToListAsync(ct);
        rows.Reverse();
        var names = await Names(db, rows.Select(m => (m.AuthorKind, m.AuthorId)), ct);
        return [.. rows.Select(m => new ThreadEntry
        {
            Message = m, Id = m.Id.Value, IsOurs = m.IsOurs, At = m.At, Text = m.Text, State = m.State, Reason = m.Reason,
            IsAutomated = m.IsAutomated, AuthorKind = m.AuthorKind, AuthorId = m.AuthorId, AuthorName = m.AuthorId is { } id ? names.GetValueOrDefault(id) : null,
        })];
    }

    private async Task<IReadOnlyList<ThreadEntry>> Comments(
        DirectinoContext db, Conversation conversation, ConnectedAccount account, int take, CancellationToken ct)
    {
        var rows = await db.Set<Comment>().AsNoTracking()
            .Where(c => c.ConversationId == conversation.Id)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(take).ToListAsync(ct);
        rows.Reverse();
        var ids = rows.Select(c => (CommentId?)c.Id).ToList();
        var people = rows.Where(c => c.FollowerId is not null).Select(c => c.FollowerId!.Value).Distinct().ToList();
        var authors = await db.Set<Follower>().AsNoTracking().Where(f => people.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        var privately = (await db.Set<Message>().AsNoTracking().Where(m => ids.Contains(m.CommentId)).ToListAsync(ct))
            .GroupBy(m => m.CommentId!.Value).ToDictionary(g => g.Key, g => g.First());
        var names = await Names(db, rows.Select(c => (c.AuthorKind, c.AuthorId)).Concat(privately.Values.Select(m => (m.AuthorKind, m.AuthorId))), ct);
        var mayAnswer = Gate.Standing(account, Capability.Comments)?.Rule;
        var maySend = mayAnswer ?? (account.Allows(Capability.Messages) ? null : GateRules.SwitchedOff);
        return [.. rows.Select(c => new ThreadEntry
        {
            Comment = c, Id = c.Id.Value, IsOurs = c.IsOurs, At = c.At, Text = c.Text, State = c.State, Reason = c.Reason,
            IsAutomated = c.IsAutomated, AuthorKind = c.AuthorKind, AuthorId = c.AuthorId, AuthorName = c.AuthorId is { } id ? names.GetValueOrDefault(id) : null,
            Author = c.FollowerId is { } author ? authors.GetValueOrDefault(author) : null,
            PrivateReply = privately.GetValueOrDefault(c.Id),
            WhyNoReply = mayAnswer ?? ReplyToComment.WhyNot(c)?.Rule,
            WhyNoPrivateReply = maySend
                ?? (privately.ContainsKey(c.Id) ? InboxRules.PrivateReplyUsed : PrivateReply.WhyNot(c, clock.GetUtcNow())?.Rule),
        })];
    }

    private static async Task<Dictionary<Guid, string>> Names(DirectinoContext db, IEnumerable<(CauseKind? Kind, Guid? Id)> authors, CancellationToken ct)
    {
        var members = authors.Where(a => a.Kind == CauseKind.Member && a.Id is not null).Select(a => a.Id!.Value).Distinct().ToList();
        return members.Count == 0 ? []
            : await db.Set<Person>().Where(p => members.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
    }

    private static async Task<IReadOnlyList<OtherConversation>> Others(DirectinoContext db, Conversation conversation, Follower person, CancellationToken ct) =>
        await db.Set<Conversation>().Where(c => c.FollowerId == person.Id && c.Id != conversation.Id && c.LastAt > DateTimeOffset.UnixEpoch)
            .OrderByDescending(c => c.LastAt).Take(5)
            .Select(c => new OtherConversation(c.Id, c.Kind, c.LastAt, c.LastText)).ToListAsync(ct);
}
