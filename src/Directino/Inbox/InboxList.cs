using System.Globalization;
using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>The list of conversations, newest first, by key.</summary>
public static class InboxList
{
    private const int SameInstant = 50;

    public static async Task<InboxPage> Read(
        DirectinoContext db, InboxFilter filter, AccountId? account, string? after, int take, CancellationToken ct)
    {
        var rows = Of(db, filter, account);
        var key = InboxKey.Parse(after);
        if (key is { } from)
            rows = rows.Where(c => c.LastAt <= from.At);
        var found = await rows.OrderByDescending(c => c.LastAt).ThenByDescending(c => c.Id).Take(take + 1 + (key is null ? 0 : SameInstant)).ToListAsync(ct);
        if (key is { } last)
        {
            // Several may have the same instant: go on behind the one that was last.
            var index = found.FindIndex(c => c.Id == last.Id);
            found = index >= 0 ? found[(index + 1)..] : [.. found.Where(c => c.LastAt < last.At)];
        }

        var shown = found.Take(take).ToList();
        var next = found.Count > take ? new InboxKey(shown[^1].LastAt, shown[^1].Id).ToString() : null;
        return new InboxPage(await Lines(db, shown, ct), next);
    }

    /// <summary>How many wait for an answer, by account.</summary>
    public static async Task<int> Waiting(DirectinoContext db, AccountId? account, CancellationToken ct) =>
        await Of(db, InboxFilter.Waiting, account).CountAsync(ct);

    private static IQueryable<Conversation> Of(DirectinoContext db, InboxFilter filter, AccountId? account)
    {
        var rows = db.Set<Conversation>().AsNoTracking().Where(c => c.LastAt > DateTimeOffset.UnixEpoch);
        if (account is { } one)
            rows = rows.Where(c => c.AccountId == one);
        return filter switch
        {
            InboxFilter.All => rows,
            InboxFilter.Messages => rows.Where(c => c.Kind == ConversationKind.Messages),
            InboxFilter.Comments => rows.Where(c => c.Kind == ConversationKind.Comments),
            InboxFilter.Waiting => rows.Where(c => c.WaitingSince != null),
            InboxFilter.Automated => rows.Where(c => c.HasAutomated),
        };
    }

    private static async Task<IReadOnlyList<InboxLine>> Lines(DirectinoContext db, IReadOnlyList<Conversation> rows, CancellationToken ct)
    {
        var people = rows.Where(c => c.FollowerId is not null).Select(c => c.FollowerId!.Value).Distinct().ToList();
        var posts = rows.Where(c => c.PostId is not null).Select(c => c.PostId!.Value).Distinct().ToList();
        var accounts = rows.Select(c => c.AccountId).Distinct().ToList();
        var byPerson = await db.Set<Follower>().AsNoTracking().Where(f => people.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        var pictures = await db.Set<CommentedPost>().Where(p => posts.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.PictureUrl, ct);
        var handles = await db.Set<ConnectedAccount>().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Username, ct);
        return [.. rows.Select(c =>
        {
            var person = c.FollowerId is { } id ? byPerson.GetValueOrDefault(id) : null;
            return new InboxLine(
                c.Id, c.AccountId, handles.GetValueOrDefault(c.AccountId, ""), c.Kind, person?.Name, person?.Username, person?.PictureUrl,
                c.PostId is { } post ? pictures.GetValueOrDefault(post) : null,
                c.LastAt, c.LastText, c.LastIsOurs, c.Unread, c.WaitingSince, c.HasAutomated);
        })];
    }
}

/// <summary>A slice of the list; <paramref name="Next"/> is the key of what follows.</summary>
public sealed record InboxPage(IReadOnlyList<InboxLine> Lines, string? Next);

/// <summary>One conversation, as listed.</summary>
public sealed record InboxLine(
    ConversationId Id, AccountId AccountId, string AccountHandle, ConversationKind Kind, string? Name, string? Username, string? Picture, string? PostPicture,
    DateTimeOffset LastAt, string? LastText, bool LastIsOurs, int Unread, DateTimeOffset? WaitingSince, bool HasAutomated);

internal readonly record struct InboxKey(DateTimeOffset At, ConversationId Id)
{
    public static InboxKey? Parse(string? text)
    {
        if (text?.Split('_') is not [var ticks, var id]
            || !long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) || at < 0 || at > DateTimeOffset.MaxValue.UtcTicks
            || !ConversationId.TryParse(id, null, out var conversation))
            return null;
        return new InboxKey(new DateTimeOffset(at, TimeSpan.Zero), conversation);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}_{Id}");
}
