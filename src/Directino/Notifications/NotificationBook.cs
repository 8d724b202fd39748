using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Notifications;

/// <summary>Tells members things, in the caller's context; the caller saves. Nobody is told what they did themselves.</summary>
public sealed class NotificationBook(DueBook due, TimeProvider clock)
{
    /// <summary>Those of <paramref name="people"/> who are members, may know it and did not switch it off.</summary>
    public async Task Tell(WorkspaceId workspace, IReadOnlyCollection<PersonId> people, News news, DirectinoContext db, CancellationToken ct)
    {
        var wanted = people.Where(p => p != news.By).ToHashSet();
        if (wanted.Count == 0)
            return;
        var members = await db.Set<Membership>().AsNoTracking().Where(m => m.WorkspaceId == workspace && wanted.Contains(m.PersonId)).ToListAsync(ct);
        var switches = await db.Set<NotificationSwitch>().AsNoTracking()
            .Where(s => s.WorkspaceId == workspace && s.Kind == news.Kind && wanted.Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId, ct);
        var now = clock.GetUtcNow();
        foreach (var member in members.Where(m => m.Role.Allows(news.Kind.Needs())))
        {
            var (inApp, byMail) = switches.TryGetValue(member.PersonId, out var choice) ? (choice.InApp, choice.ByMail) : (true, true);
            if (!inApp && !byMail)
                continue;
            var notification = new Notification
            {
                Id = NotificationId.New(clock), WorkspaceId = workspace, PersonId = member.PersonId, Kind = news.Kind, SubjectId = news.Subject, By = news.By,
                ClientName = news.ClientName, Sentence = news.Sentence, Detail = news.Detail, At = now, InApp = inApp, Letter = byMail ? LetterState.Waiting : LetterState.None,
            };
            db.Add(notification);
            await due.Set(db, workspace, TellByMail.DueKind, notification.Id.Value, byMail ? now + news.Kind.UntilLetter() : now + Notification.Kept, null, ct);
        }
    }

    /// <summary>It needs nobody's attention any more: what was told of it counts as read, and no letter follows.</summary>
    public async Task Settle(WorkspaceId workspace, NotificationKind kind, Guid subject, IReadOnlyCollection<PersonId> people, DirectinoContext db, CancellationToken ct)
    {
        if (people.Count == 0)
            return;
        var now = clock.GetUtcNow();
        foreach (var told in await db.Set<Notification>()
            .Where(n => n.WorkspaceId == workspace && n.SubjectId == subject && n.Kind == kind && n.ReadAt == null && people.Contains(n.PersonId)).ToListAsync(ct))
        {
            told.ReadAt = now;
        }
    }

    /// <summary>What it was about is gone.</summary>
    public async Task Forget(WorkspaceId workspace, Guid subject, DirectinoContext db, CancellationToken ct) =>
        db.RemoveRange(await db.Set<Notification>().Where(n => n.WorkspaceId == workspace && n.SubjectId == subject).ToListAsync(ct));
}

/// <summary>Something to be told.</summary>
/// <param name="Subject">The post or account it is about.</param>
/// <param name="By">Who did it.</param>
/// <param name="Detail">See <see cref="Notification.Detail"/>.</param>
public sealed record News(NotificationKind Kind, Guid Subject, PersonId? By = null, string? ClientName = null, string? Sentence = null, string? Detail = null);
