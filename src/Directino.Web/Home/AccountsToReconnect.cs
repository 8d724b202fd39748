using Directino.Accounts;
using Directino.Persistence;
using Directino.Web.Access;
using Directino.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Home;

internal sealed class AccountsToReconnect(IStringLocalizer<HomeWords> words) : INeedsYou
{
    public async Task<IReadOnlyList<Need>> Read(Visitor visitor, DirectinoContext db, CancellationToken ct)
    {
        if (!visitor.May(Permission.SeeAccounts))
            return [];
        var accounts = await db.Set<ConnectedAccount>().AsNoTracking().Where(a => a.State == AccountState.NeedsLogin).OrderBy(a => a.Username)
            .Select(a => new { a.Id, a.Username }).ToListAsync(ct);
        return [.. accounts.Select(a => new Need(
            "unlink", words["AccountNeedsLogin", a.Username], words["AccountNeedsLoginWhy"], $"/accounts/connect?account={a.Id}", words["ConnectAgain"], IsUrgent: true))];
    }
}
