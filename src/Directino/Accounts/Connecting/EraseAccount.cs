using Directino.Ledger;
using Directino.Notifications;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Directino.Accounts.Connecting;

/// <summary>
/// Erases what one workspace holds of an Instagram account whose person wants it deleted, all in one transaction with the note that it is done; killed in between,
/// it is done again. In the account's own turn, so that nothing of it is being sent meanwhile.
/// </summary>
internal sealed class EraseAccount(OwnerNews owners, TimeProvider clock) : IDueHandler
{
    public const string Name = "erase-account";

    public string Kind => Name;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = DataDeletionPartId.Of(item.SubjectId);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<DataDeletionPart>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { DoneAt: null } part)
            return null;
        var accountId = AccountId.Of(part.Account);
        IReadOnlyDictionary<PersonalCategory, int> erased = new Dictionary<PersonalCategory, int>();
        if (await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, ct) is { } account)
        {
            await db.Set<Notification>().Where(n => n.SubjectId == part.Account).ExecuteDeleteAsync(ct);
            await db.Set<DueItem>().Where(d => d.AccountId == accountId && d.Id != item.Id).ExecuteDeleteAsync(ct);
            // Its own item outlives the account by a moment.
            await db.Set<DueItem>().Where(d => d.Id == item.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.AccountId, (AccountId?)null), ct);
            erased = await new AccountRows(db.Model).Erase(db, accountId, account.InstagramId, ct);
            await owners.TellErased(account, db, ct);
        }

        part.Done(erased, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
