using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Accounts.Connecting;

/// <summary>Attempts to connect leave nothing behind.</summary>
internal sealed class ForgetAttempt : IDueHandler
{
    public const string Name = "forget-connect-attempt";

    public string Kind => Name;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = ConnectAttemptId.Of(item.SubjectId);
        if (await db.Set<ConnectAttempt>().FirstOrDefaultAsync(a => a.Id == id, ct) is { } attempt)
            db.Remove(attempt);
        return null;
    }
}
