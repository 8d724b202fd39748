using Directino.Accounts;
using Directino.Instagram.Webhooks;
using Directino.Intake;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>
/// Stores what happens in direct messages. Idempotent by message id, in any order: what is said of a message that has not
/// arrived yet is kept in a row that awaits it.
/// </summary>
internal sealed class MessageIntake(InboxBook book, MessageArrival arrival, DueBook due, TimeProvider clock)
{
    public async Task Take(
        WebhookMessage inbound, WebhookKind kind, IntakeEvent received, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var at = inbound.Time ?? (received.OccurredAt > DateTimeOffset.UnixEpoch ? received.OccurredAt : received.ReceivedAt);
        var standby = kind == WebhookKind.Standby;
        if (kind == WebhookKind.Edit && !IsEdit(inbound))
        {
            await LookForWhatWasNotSaid(inbound, account, db, ct);
            return;
        }

        if (await Place(inbound, account, db, ct) is not { } place)
            return;
        var (person, conversation) = place;
        conversation.IsStandby = standby;
        switch (standby ? KindOf(inbound) : kind)
        {
            case WebhookKind.Message or WebhookKind.Echo:
                await arrival.Arrived(SeenMessage.Of(inbound, at, standby), person, conversation, account, db, ct);
                break;
            case WebhookKind.Postback:
                await arrival.Arrived(SeenMessage.OfPostback(inbound, at, standby), person, conversation, account, db, ct);
                break;
            case WebhookKind.Edit when await Row(inbound, conversation, account, at, db, ct) is { } edited:
                Edit(edited, inbound, at, conversation);
                break;
            case WebhookKind.Reaction when await Row(inbound, conversation, account, at, db, ct) is { } reacted:
                if (reacted.DeletedAt is null)
                    reacted.Reaction = inbound.Reaction is { Added: true } reaction ? reaction.Emoji ?? reaction.Name : null;
                if (inbound.Reaction is { Added: true } && inbound.SenderId == person.InstagramId)
                    conversation.OpenWindow(at);
                break;
            case WebhookKind.Deleted when await Row(inbound, conversation, account, at, db, ct) is { } deleted:
                TakeBack(deleted, at, conversation);
                break;
            case WebhookKind.Referral:
                conversation.OpenWindow(at);
                break;
            case WebhookKind.Seen:
                await MarkSeen(inbound, conversation, at, db, ct);
                break;
        }
    }

    /// <summary>Some apps are told of a new message only by an "edit" with count 0 and no text. It is read from the conversation instead.</summary>
    private async Task LookForWhatWasNotSaid(WebhookMessage inbound, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        if (inbound.MessageId is { } mid && !await db.Set<Message>().AnyAsync(m => m.AccountId == account.Id && m.Mid == mid, ct))
            await due.Set(db, account.WorkspaceId, SyncInbox.KindName, account.Id.Value, clock.GetUtcNow(), account.Id, ct);
    }

    private async Task<(Follower Person, Conversation Conversation)?> Place(
        WebhookMessage inbound, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var ours = inbound.IsEcho || inbound.SenderId == account.InstagramId;
        if ((ours ? inbound.RecipientId : inbound.SenderId) is { Length: > 0 } id && id != account.InstagramId && !inbound.IsSelf)
        {
            var person = await book.Person(db, account, id, null, ct);
            return (person, await book.Messages(db, account, person, ct));
        }

        // Said without who: only what is known by its message can be placed.
        var conversation = await db.Set<Message>().Where(m => m.AccountId == account.Id && m.Mid == inbound.MessageId && m.Mid != null)
            .Join(db.Set<Conversation>(), m => m.ConversationId, c => c.Id, (_, c) => c).FirstOrDefaultAsync(ct);
        var known = conversation is null ? null : await db.Set<Follower>().FirstOrDefaultAsync(f => f.Id == conversation.FollowerId, ct);
        return conversation is null || known is null ? null : (known, conversation);
    }

    private async Task<Message?> Row(
        WebhookMessage inbound, Conversation conversation, ConnectedAccount account, DateTimeOffset at, DirectinoContext db, CancellationToken ct)
    {
        if (inbound.MessageId is not { Length: > 0 } mid)
            return null;
        var row = await MessageArrival.Find(account, mid, db, ct);
        if (row is not null)
            return row;
        row = new Message
        {
            Id = MessageId.New(clock),
            WorkspaceId = account.WorkspaceId,
            AccountId = account.Id,
            ConversationId = conversation.Id,
            Mid = mid,
            // Who wrote it is known when it arrives; a person edits and takes back their own, and reacts to either.
            IsOurs = inbound.Reaction is not null,
            State = DeliveryState.Awaited,
            At = at,
        };
        db.Add(row);
        return row;
    }

    private static bool IsEdit(WebhookMessage inbound) => inbound.EditCount is null or > 0 && inbound.Text is not null;

    private static void Edit(Message row, WebhookMessage inbound, DateTimeOffset at, Conversation conversation)
    {
        var count = inbound.EditCount ?? row.Edits + 1;
        if (row.DeletedAt is not null || count < row.Edits)
            return;
        row.Text = inbound.Text;
        row.Edits = count;
        row.EditedAt = at;
        if (conversation.LastAt == row.At && row.State != DeliveryState.Awaited)
            conversation.Show(row.At, row.Snippet, row.IsOurs);
    }

    private static void TakeBack(Message row, DateTimeOffset at, Conversation conversation)
    {
        row.TakeBack(at);
        if (conversation.LastAt == row.At)
            conversation.Show(row.At, null, row.IsOurs);
    }

    private static async Task MarkSeen(
        WebhookMessage inbound, Conversation conversation, DateTimeOffset at, DirectinoContext db, CancellationToken ct)
    {
        var until = await db.Set<Message>().Where(m => m.ConversationId == conversation.Id && m.Mid == inbound.MessageId && m.Mid != null)
            .Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(ct) ?? at;
        foreach (var message in await db.Set<Message>()
            .Where(m => m.ConversationId == conversation.Id && m.IsOurs && m.SeenAt == null && m.At <= until && m.State == DeliveryState.Sent)
            .OrderByDescending(m => m.At).Take(50).ToListAsync(ct))
            message.SeenAt = at;
    }

    private static WebhookKind KindOf(WebhookMessage copy) =>
        copy.Reaction is not null ? WebhookKind.Reaction
        : copy.Postback is not null ? WebhookKind.Postback
        : copy.EditCount is not null ? WebhookKind.Edit
        : copy.IsDeleted ? WebhookKind.Deleted
        : copy.MessageId is not null && (copy.Text is not null || copy.Attachments.Count > 0 || copy.IsEcho || copy.IsUnsupported) ? WebhookKind.Message
        : WebhookKind.Unknown;
}
