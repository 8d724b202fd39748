using System.Globalization;
using Directino.Notifications;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Accounts.Connecting;

/// <summary>Tells a workspace's owners what only they can mend.</summary>
internal sealed class OwnerNews(NotificationBook notifications, TimeProvider clock)
{
    public Task TellTokenEnds(ConnectedAccount account, int daysLeft, DirectinoContext db, CancellationToken ct) =>
        Tell(account, new News(NotificationKind.TokenEnds, account.Id.Value, Detail: daysLeft.ToString(CultureInfo.InvariantCulture)), db, ct);

    /// <summary>Once per loss: connecting again clears it.</summary>
    public async Task TellLoginNeeded(ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        if (account.LoginAskedAt is not null)
            return;
        account.LoginAskedAt = clock.GetUtcNow();
        await Tell(account, new News(NotificationKind.LoginNeeded, account.Id.Value), db, ct);
    }

    /// <summary>Who it was is not said any more: that was erased, too.</summary>
    public Task TellErased(ConnectedAccount account, DirectinoContext db, CancellationToken ct) =>
        Tell(account, new News(NotificationKind.AccountErased, account.Id.Value), db, ct);

    private async Task Tell(ConnectedAccount account, News news, DirectinoContext db, CancellationToken ct)
    {
        var owners = await db.Set<Membership>().Where(m => m.WorkspaceId == account.WorkspaceId && m.Role == Role.Owner).Select(m => m.PersonId).ToListAsync(ct);
        await notifications.Tell(account.WorkspaceId, owners, news, db, ct);
    }
}
