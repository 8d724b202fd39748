using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Notifications;

/// <summary>A member's own notifications: read, marked as read, switched on and off.</summary>
public sealed class NotificationDesk(Database database, IEnumerable<INotificationSubjects> subjects, IChangeFeed feed, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Newest first, before a key. What a role may not know, or whose subject is gone, is left out.</summary>
    public async Task<IReadOnlyList<NotificationView>> List(
        WorkspaceId workspace, PersonId person, Role role, bool unread, NotificationId? before, int count, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var mine = Shown(workspace, person, role, db);
        if (unread)
            mine = mine.Where(n => n.ReadAt == null);
        if (before is { } key)
            mine = mine.Where(n => n.Id < key);
        return await Look(await mine.OrderByDescending(n => n.Id).Take(Math.Clamp(count, 1, Most)).ToListAsync(ct), db, ct);
    }

    public Task<int> Unread(WorkspaceId workspace, PersonId person, Role role, DirectinoContext db, CancellationToken ct) =>
        Shown(workspace, person, role, db).CountAsync(n => n.ReadAt == null, ct);

    /// <summary>False when there is none of theirs.</summary>
    public async Task<bool> Mark(WorkspaceId workspace, PersonId person, NotificationId id, bool read, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        DateTimeOffset? at = read ? clock.GetUtcNow() : null;
        return await Set(workspace, db.Set<Notification>().Where(n => n.PersonId == person && n.Id == id), at, ct) > 0;
    }

    /// <summary>All, or all that are about one thing.</summary>
    public async Task MarkRead(WorkspaceId workspace, PersonId person, Guid? subject, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var unread = db.Set<Notification>().Where(n => n.WorkspaceId == workspace && n.PersonId == person && n.ReadAt == null);
        if (subject is { } id)
            unread = unread.Where(n => n.SubjectId == id);
        await Set(workspace, unread, clock.GetUtcNow(), ct);
    }

    /// <summary>How they want to be told of what their role may be told of.</summary>
    public async Task<IReadOnlyList<NotificationChoice>> Choices(WorkspaceId workspace, PersonId person, Role role, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var switches = await db.Set<NotificationSwitch>().AsNoTracking().Where(s => s.PersonId == person).ToDictionaryAsync(s => s.Kind, ct);
        return [.. NotificationKinds.For(role).Select(k => switches.TryGetValue(k, out var s) ? new NotificationChoice(k, s.InApp, s.ByMail) : new NotificationChoice(k, true, true))];
    }

    /// <summary>From now on; what was told already stays.</summary>
    public async Task Choose(WorkspaceId workspace, PersonId person, IReadOnlyCollection<NotificationChoice> choices, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var switches = await db.Set<NotificationSwitch>().Where(s => s.PersonId == person).ToDictionaryAsync(s => s.Kind, ct);
        foreach (var choice in choices.DistinctBy(c => c.Kind))
        {
            if (!switches.TryGetValue(choice.Kind, out var row))
                db.Add(row = new NotificationSwitch { WorkspaceId = workspace, PersonId = person, Kind = choice.Kind });
            (row.InApp, row.ByMail) = (choice.InApp, choice.ByMail);
        }

        await db.SaveChangesAsync(ct);
    }

    private static IQueryable<Notification> Shown(WorkspaceId workspace, PersonId person, Role role, DirectinoContext db)
    {
        var kinds = NotificationKinds.For(role);
        return db.Set<Notification>().AsNoTracking().Where(n => n.WorkspaceId == workspace && n.PersonId == person && n.InApp && kinds.Contains(n.Kind));
    }

    private async Task<int> Set(WorkspaceId workspace, IQueryable<Notification> which, DateTimeOffset? at, CancellationToken ct)
    {
        var changed = await which.ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, at), ct);
        if (changed > 0)
            feed.Announce(workspace, [nameof(Notification)]);
        return changed;
    }

    private async Task<IReadOnlyList<NotificationView>> Look(List<Notification> told, DirectinoContext db, CancellationToken ct)
    {
        var about = await NotificationSubjects.Of(subjects, told, db, ct);
        var names = await NotificationSubjects.People(told, db, ct);
        return [.. told.Where(n => about.ContainsKey(n.SubjectId)).Select(n => new NotificationView(n, about[n.SubjectId], n.ClientName ?? (n.By is { } by ? names.GetValueOrDefault(by) : null)))];
    }
}

/// <summary>A notification as its member sees it.</summary>
/// <param name="Who">Who did it; null where nobody did, or they have left the product.</param>
public sealed record NotificationView(Notification Notification, NotificationSubject About, string? Who);

/// <summary>How a member wants to be told of one kind.</summary>
public sealed record NotificationChoice(NotificationKind Kind, bool InApp, bool ByMail);
