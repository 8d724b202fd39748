using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Notifications;

internal sealed class AccountSubjects : INotificationSubjects
{
    public bool Knows(NotificationKind kind) => !kind.IsAboutPost() && kind != NotificationKind.AccountErased;

    public async Task<IReadOnlyDictionary<Guid, NotificationSubject>> Of(IReadOnlyCollection<Guid> ids, DirectinoContext db, CancellationToken ct)
    {
        AccountId[] wanted = [.. ids.Select(AccountId.Of)];
        var accounts = await db.Set<ConnectedAccount>().Where(a => wanted.Contains(a.Id)).Select(a => new { a.Id, a.Username, a.TimeZone }).ToListAsync(ct);
        return accounts.ToDictionary(a => a.Id.Value, a => new NotificationSubject($"@{a.Username}", a.Username, null, a.TimeZone, "accounts"));
    }
}

/// <summary>Accounts that are erased: nothing is known of them any more, not even their name.</summary>
internal sealed class ErasedSubjects : INotificationSubjects
{
    public bool Knows(NotificationKind kind) => kind == NotificationKind.AccountErased;

    public Task<IReadOnlyDictionary<Guid, NotificationSubject>> Of(IReadOnlyCollection<Guid> ids, DirectinoContext db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<Guid, NotificationSubject>>(ids.ToDictionary(id => id, _ => new NotificationSubject("", null, null, null, "accounts")));
}
