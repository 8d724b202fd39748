using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Notifications;

/// <summary>What notifications are about and who did it: one query per kind of thing, however many there are.</summary>
internal static class NotificationSubjects
{
    public static async Task<IReadOnlyDictionary<Guid, NotificationSubject>> Of(
        IEnumerable<INotificationSubjects> subjects, IReadOnlyCollection<Notification> told, DirectinoContext db, CancellationToken ct)
    {
        Dictionary<Guid, NotificationSubject> found = [];
        foreach (var source in subjects)
        {
            Guid[] ids = [.. told.Where(n => source.Knows(n.Kind)).Select(n => n.SubjectId).Distinct()];
            if (ids.Length == 0)
                continue;
            foreach (var (id, subject) in await source.Of(ids, db, ct))
                found[id] = subject;
        }

        return found;
    }

    public static async Task<IReadOnlyDictionary<PersonId, string>> People(IReadOnlyCollection<Notification> told, DirectinoContext db, CancellationToken ct)
    {
        Guid[] ids = [.. told.Select(n => n.By).OfType<PersonId>().Select(p => p.Value).Distinct()];
        return ids.Length == 0 ? new Dictionary<PersonId, string>() : await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => PersonId.Of(p.Id), p => p.DisplayName, ct);
    }
}
