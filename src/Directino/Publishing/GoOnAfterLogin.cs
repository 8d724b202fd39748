using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>What waited for a login goes on at once when the account is connected again.</summary>
internal sealed class GoOnAfterLogin(TimeProvider clock) : IAccountConnected
{
    public async Task Connected(ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var acts = await db.Set<Act>()
            .Where(a => a.AccountId == account.Id && a.EndedAt == null && a.Reason == GateRules.NeedsLogin
                && (a.Kind == PostWork.CreateContainer || a.Kind == PostWork.Publish) && a.DueAt > now)
            .ToListAsync(ct);
        foreach (var act in acts)
            act.DueAt = now;
        var items = await db.Set<DueItem>()
            .Where(d => d.AccountId == account.Id && d.Kind == AwaitContainer.DueKind && d.DueAt > now).ToListAsync(ct);
        foreach (var item in items)
            item.DueAt = now;
    }
}
