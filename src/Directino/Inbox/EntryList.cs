using System.Globalization;
using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>Messages and comments, newest first, by key.</summary>
public static class EntryList
{
    private const int SameInstant = 50;

    /// <summary>What was said in one conversation; null when it is not in this workspace.</summary>
    public static async Task<EntryPage?> Of(DirectinoContext db, ConversationId id, string? after, int take, CancellationToken ct)
    {
        if (await db.Set<Conversation>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } conversation)
            return null;
        if (conversation.Kind == ConversationKind.Comments)
            return await Page(db.Set<Comment>().AsNoTracking().Where(c => c.ConversationId == id), after, take, ct);
        var key = EntryKey.Parse(after);
        var rows = db.Set<Message>().AsNoTracking().Where(m => m.ConversationId == id && m.State != DeliveryState.Awaited);
        if (key is { } from)
            rows = rows.Where(m => m.At <= from.At);
        var found = await rows.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(take + 1 + SameInstant).ToListAsync(ct);
        var (shown, next) = Behind(found, key, take, m => (m.At, m.Id.Value));
        return new EntryPage(shown, [], next);
    }

    public static async Task<EntryPage> Comments(DirectinoContext db, AccountId? account, string? after, int take, CancellationToken ct)
    {
        var rows = db.Set<Comment>().AsNoTracking();
        return await Page(account is { } one ? rows.Where(c => c.AccountId == one) : rows, after, take, ct);
    }

    private static async Task<EntryPage> Page(IQueryable<Comment> rows, string? after, int take, CancellationToken ct)
    {
        var key = EntryKey.Parse(after);
        if (key is { } from)
            rows = rows.Where(c => c.At <= from.At);
        var found = await rows.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(take + 1 + SameInstant).ToListAsync(ct);
        var (shown, next) = Behind(found, key, take, c => (c.At, c.Id.Value));
        return new EntryPage([], shown, next);
    }

    /// <summary>Several may have the same instant: go on behind the one that was last.</summary>
    private static (IReadOnlyList<T> Shown, string? Next) Behind<T>(List<T> found, EntryKey? key, int take, Func<T, (DateTimeOffset At, Guid Id)> of)
    {
        if (key is { } last)
        {
            var index = found.FindIndex(row => of(row).Id == last.Id);
            found = index >= 0 ? found[(index + 1)..] : [.. found.Where(row => of(row).At < last.At)];
        }

        var shown = found.Take(take).ToList();
        return (shown, found.Count > take ? new EntryKey(of(shown[^1]).At, of(shown[^1]).Id).ToString() : null);
    }

    private readonly record struct EntryKey(DateTimeOffset At, Guid Id)
    {
        public static EntryKey? Parse(string? text) =>
            text?.Split('_') is [var ticks, var id] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) && at >= 0
            && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var entry)
                ? new EntryKey(new DateTimeOffset(at, TimeSpan.Zero), entry)
                : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}_{Id}");
    }
}

/// <summary>A slice of messages or of comments; <paramref name="Next"/> is the key of what follows.</summary>
public sealed record EntryPage(IReadOnlyList<Message> Messages, IReadOnlyList<Comment> Comments, string? Next);
