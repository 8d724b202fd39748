using System.Text;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Messages;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>What private replies and messages have in common once they may have been sent: finding them again, and settling their row.</summary>
internal sealed class SentMessages(InstagramClient instagram, Database database)
{
    /// <summary>Instagram gives details of this many of a conversation's newest messages.</summary>
    private const int Readable = 20;

    public static bool IsTooLong(string text) => Encoding.UTF8.GetByteCount(text) > MessagesClient.LongestText;

    /// <summary>Its echo, if it has arrived; else the newest messages of the conversation that have the same words and belong to no other act.</summary>
    public async Task<ActSighting> LookUp(Act act, string person, string text, InstagramAccess access, CancellationToken ct)
    {
        await using var db = database.Open(act.WorkspaceId);
        var row = await db.Set<Message>().AsNoTracking().FirstOrDefaultAsync(m => m.ActId == act.Id, ct);
        if (row?.Mid is { } echoed)
            return new ActSighting.Found(new ActResult(echoed));

        var since = (act.SendingSince ?? act.CreatedAt) - ReplyToComment.ClockTolerance;
        if (await instagram.Messages.Conversation(access, person, ct) is not { } conversation)
            return new ActSighting.Absent();
        var newest = (await instagram.Messages.Messages(access, conversation, ct)).Take(Readable);
        foreach (var message in newest.TakeWhile(m => m.CreatedTime is null || m.CreatedTime >= since))
        {
            if (await db.Set<Message>().AnyAsync(m => m.AccountId == act.AccountId && m.Mid == message.Id && ((m.ActId != null && m.ActId != act.Id) || !m.IsOurs), ct))
                continue;
            if (await Read(access, message.Id, ct) is { } detail && detail.Text == text && detail.From?.Id != person)
                return new ActSighting.Found(new ActResult(message.Id));
        }

        return new ActSighting.Absent();
    }

    public static async Task Settle(Act act, DirectinoContext db, CancellationToken ct)
    {
        if (await db.Set<Message>().FirstOrDefaultAsync(m => m.ActId == act.Id, ct) is not { } row)
            return;
        row.State = Delivery.Of(act);
        row.Reason = act.Reason;
        if (act.State != ActState.Done)
            return;
        await TakeMid(row, act.InstagramId, db, ct);
        var conversation = await db.Set<Conversation>().FirstAsync(c => c.Id == row.ConversationId, ct);
        conversation.Outbound(act.EndedAt ?? row.At, row.Snippet, row.IsAutomated);
    }

    private async Task<MessageDetail?> Read(InstagramAccess access, string mid, CancellationToken ct)
    {
        try
        {
            return await instagram.Messages.Message(access, mid, ct);
        }
        catch (ObjectGoneException)
        {
            return null;
        }
    }

    /// <summary>The echo may have come first and may have been taken for a message from elsewhere, or for another one with the same words.</summary>
    private static async Task TakeMid(Message row, string? mid, DirectinoContext db, CancellationToken ct)
    {
        if (mid is null || row.Mid == mid)
            return;
        var other = await db.Set<Message>().FirstOrDefaultAsync(m => m.AccountId == row.AccountId && m.Mid == mid && m.Id != row.Id, ct);
        if (other is { ActId: null })
        {
            row.Reaction ??= other.Reaction;
            row.SeenAt ??= other.SeenAt;
            if (other.DeletedAt is { } taken)
                row.TakeBack(taken);
            db.Remove(other);
        }
        else if (other is not null)
        {
            (other.Mid, other.State) = (row.Mid, row.Mid is null ? DeliveryState.Unknown : other.State);
        }

        row.Mid = mid;
    }
}
