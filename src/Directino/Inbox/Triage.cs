using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>What members do to a conversation besides answering.</summary>
public static class Triage
{
    /// <summary>Somebody looked. Saves only when that changes something.</summary>
    public static async Task MarkRead(DirectinoContext db, ConversationId id, CancellationToken ct)
    {
        if (await db.Set<Conversation>().FirstOrDefaultAsync(c => c.Id == id && c.Unread > 0, ct) is not { } conversation)
            return;
        conversation.Unread = 0;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Nobody needs to answer. False when there is no such conversation here.</summary>
    public static Task<bool> MarkDone(DirectinoContext db, ConversationId id, CancellationToken ct) =>
        Change(db, id, c => (c.WaitingSince, c.Unread) = (null, 0), ct);

    /// <summary>Somebody still has to answer.</summary>
    public static Task<bool> MarkWaiting(DirectinoContext db, ConversationId id, DateTimeOffset now, CancellationToken ct) =>
        Change(db, id, c => c.WaitingSince ??= c.LastInboundAt ?? now, ct);

    private static async Task<bool> Change(DirectinoContext db, ConversationId id, Action<Conversation> change, CancellationToken ct)
    {
        if (await db.Set<Conversation>().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } conversation)
            return false;
        change(conversation);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
