using Directino.Ledger;
using Directino.Persistence;
using Microsoft.Data.Sqlite;

namespace Directino.Intake;

internal sealed class SqliteIntakeWriter(string connectionString, IWakeUp wakeUp) : IntakeWriter(wakeUp)
{
    private SqliteConnection? _connection;
    private SqliteCommand? _insert;

    protected override async Task Commit(IReadOnlyList<IntakeEvent> events, CancellationToken ct)
    {
        var insert = _insert ?? await Prepare(ct);
        await using var transaction = _connection!.BeginTransaction();
        insert.Transaction = transaction;
        foreach (var e in events)
        {
            var p = insert.Parameters;
            p[0].Value = e.Key;
            p[1].Value = e.InstagramId;
            p[2].Value = e.Kind;
            p[3].Value = e.Conversation;
            p[4].Value = e.Payload;
            p[5].Value = e.OccurredAt.UtcTicks;
            p[6].Value = e.ReceivedAt.UtcTicks;
            p[7].Value = e.Lane;
            p[8].Value = e.DueAt.UtcTicks;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _insert?.Dispose();
        _connection?.Dispose();
    }

    private async Task<SqliteCommand> Prepare(CancellationToken ct)
    {
        _connection = new SqliteConnection(connectionString);
        await _connection.OpenAsync(ct);
        await using (var pragmas = _connection.CreateCommand())
        {
            // The log is folded into the file by those who have time; here only where nobody did for 40 MB.
            pragmas.CommandText = SqliteConnectionSetUp.Pragmas + " PRAGMA wal_autocheckpoint=10000;";
            await pragmas.ExecuteNonQueryAsync(ct);
        }

        _insert = _connection.CreateCommand();
        _insert.CommandText =
            """
            INSERT INTO intake_events (key, instagram_id, kind, conversation, payload, occurred_at, received_at, lane, due_at, state, attempts)
            VALUES ($key, $account, $kind, $conversation, $payload, $occurred, $received, $lane, $due, 0, 0)
            ON CONFLICT (key) DO NOTHING
            """;
        foreach (var name in (string[])["$key", "$account", "$kind", "$conversation", "$payload", "$occurred", "$received", "$lane", "$due"])
            _insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        return _insert;
    }
}
