using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Notifications;

internal sealed class AccountSubjects : INotificationSubjects
{
    public bool Knows(NotificationKind kind) => !kind.IsAboutPost();

    public async Task<IReadOnlyDictionary<Guid, NotificationSubject>> Of(IReadOnlyCollection<Guid> ids, DirectinoContext db, CancellationToken ct)
    {
        AccountId[] wanted = [.. ids.Select(AccountId.Of)];
        var accounts = await db.Set<ConnectedAccount>().Where(a => wanted.Contains(a.Id)).Select(a => new { a.Id, a.Username, a.TimeZone }).ToListAsync(ct);
        return accounts.ToDictionary(a => a.Id.Value, a => new NotificationSubject($"@{a.Username}", a.Username, null, a.TimeZone, "accounts"));
    }
}
