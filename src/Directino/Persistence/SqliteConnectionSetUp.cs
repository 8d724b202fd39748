using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Directino.Persistence;

/// <summary>
/// Every SQLite connection waits for the one writer instead of failing, and syncs each commit: what was recorded
/// before a call to Instagram must still be there after the power comes back.
/// </summary>
public sealed class SqliteConnectionSetUp : DbConnectionInterceptor
{
    public const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
