using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Directino.Persistence;

/// <summary>
/// Every SQLite connection waits for the one writer instead of failing, and syncs each commit: what was recorded
/// before a call to Instagram must still be there after the power comes back.
/// </summary>
public sealed class SqliteConnectionSetUp : DbConnectionInterceptor
{
    public const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

    /// <summary>A connection comes out of the pool as it went in, and is opened for every query: once for each is enough.</summary>
    private readonly ConditionalWeakTable<sqlite3, object> _done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (_done.TryGetValue(handle, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        _done.TryAdd(handle, handle);
    }

    /// <summary>SQLite has no other way than to answer at once.</summary>
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
