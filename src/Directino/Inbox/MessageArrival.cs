using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>One message, however it came to be known, becomes one row.</summary>
internal sealed class MessageArrival(DueBook due, TimeProvider clock)
{
    public async Task Arrived(
        SeenMessage seen, Follower person, Conversation conversation, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var known = seen.Mid is { Length: > 0 } mid ? await Find(account, mid, db, ct) : await SameTap(seen, conversation, db, ct);
        if (known is null && seen.IsOurs && await InFlight(seen, conversation, db, ct) is { } sent)
        {
            sent.Mid = seen.Mid;
            sent.State = DeliveryState.Sent;
            return;
        }

        if (known is { State: not DeliveryState.Awaited })
            return;
        var row = known ?? Add(seen, conversation, account, db);
        if (known is not null)
            Complete(known, seen, conversation);
        if (seen.IsOurs)
        {
            conversation.Outbound(row.At, row.Snippet, automated: false);
            return;
        }

        // A message that was taken back before it arrived is not news to anybody.
        conversation.Inbound(row.At, row.Snippet, seen.IsNews && row.DeletedAt is null && !seen.IsStandby);
        conversation.OpenWindow(row.At);
        if (StopWords.In(seen.Text) is { } word)
            person.Obey(word, seen.At);
        await AskForProfile(person, account, db, ct);
    }

    public static async Task<Message?> Find(ConnectedAccount account, string mid, DirectinoContext db, CancellationToken ct) =>
        db.Set<Message>().Local.FirstOrDefault(m => m.AccountId == account.Id && m.Mid == mid)
        ?? await db.Set<Message>().FirstOrDefaultAsync(m => m.AccountId == account.Id && m.Mid == mid, ct);

    /// <summary>The message of ours whose act is at Instagram right now, or was when its answer got lost: this is its echo.</summary>
    private static async Task<Message?> InFlight(SeenMessage seen, Conversation conversation, DirectinoContext db, CancellationToken ct) =>
        await db.Set<Message>()
            .Where(m => m.ConversationId == conversation.Id && m.IsOurs && m.Mid == null && m.Text == seen.Text)
            .Where(m => db.Set<Act>().Any(a => a.Id == m.ActId && (a.State == ActState.Sending || a.State == ActState.Unknown)))
            .OrderBy(m => m.At).FirstOrDefaultAsync(ct);

    /// <summary>A tap need not have an id: who, what and when are it.</summary>
    private static async Task<Message?> SameTap(SeenMessage seen, Conversation conversation, DirectinoContext db, CancellationToken ct) =>
        await db.Set<Message>().FirstOrDefaultAsync(m => m.ConversationId == conversation.Id && m.At == seen.At && m.Text == seen.Text && m.Mid == null, ct);

    private Message Add(SeenMessage seen, Conversation conversation, ConnectedAccount account, DirectinoContext db)
    {
        var row = new Message
        {
            Id = MessageId.New(clock),
            WorkspaceId = account.WorkspaceId,
            AccountId = account.Id,
            ConversationId = conversation.Id,
            Mid = string.IsNullOrEmpty(seen.Mid) ? null : seen.Mid,
            IsOurs = seen.IsOurs,
            State = seen.IsOurs ? DeliveryState.Sent : DeliveryState.Received,
            Text = seen.Text,
            Attachments = seen.Attachments,
            AttachmentUrl = seen.AttachmentUrl,
            AboutStory = seen.AboutStory,
            ReplyToMid = seen.ReplyToMid,
            At = seen.At,
            IsStandby = seen.IsStandby,
        };
        db.Add(row);
        return row;
    }

    /// <summary>What was said of the message before it came stands; the rest is filled in.</summary>
    private static void Complete(Message row, SeenMessage seen, Conversation conversation)
    {
        row.ConversationId = conversation.Id;
        row.IsOurs = seen.IsOurs;
        row.State = seen.IsOurs ? DeliveryState.Sent : DeliveryState.Received;
        row.At = seen.At;
        row.IsStandby = seen.IsStandby;
        if (row.DeletedAt is not null)
            return;
        row.Text ??= seen.Text;
        row.Attachments = seen.Attachments;
        row.AttachmentUrl = seen.AttachmentUrl;
        row.AboutStory = seen.AboutStory;
        row.ReplyToMid = seen.ReplyToMid;
    }

    /// <summary>Who writes a message lets the account see their profile; it is read at most once a week.</summary>
    private async Task AskForProfile(Follower person, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (person.ProfileReadAt is null || now - person.ProfileReadAt > ReadProfile.GoodFor)
            await due.Set(db, account.WorkspaceId, ReadProfile.KindName, person.Id.Value, now, account.Id, ct);
    }
}
