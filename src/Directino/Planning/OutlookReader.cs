using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning.Quotas;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>Looks ahead to the time of a post.</summary>
public sealed class OutlookReader(Database database, QuotaWatch quotas, TimeProvider clock)
{
    /// <param name="post">The post, where it is saved: it does not stand in its own way.</param>
    /// <param name="slot">When it goes out; null: now.</param>
    /// <returns>Null when there is no such account.</returns>
    public async Task<SlotOutlook?> Of(WorkspaceId workspace, PostId? post, AccountId account, DateTimeOffset? slot, CancellationToken ct)
    {
        var at = slot is { } chosen && chosen > clock.GetUtcNow() ? chosen : clock.GetUtcNow();
        // Instagram may be asked for it: before the database is.
        var reading = await quotas.Of(workspace, account, at, ct);
        await using var db = database.Open(workspace);
        return await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == account, ct) is { } found
            ? new SlotOutlook(at, TokenOutlook.Of(found, at), reading is null ? null : await QuotaFacts.Outlook(new QuotaPlace(workspace, account, post), at, reading, db, ct))
            : null;
    }
}
