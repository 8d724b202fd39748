using Directino.Ledger;
using Directino.Persistence;
using Microsoft.Data.Sqlite;

namespace Directino.Intake;

internal sealed class SqliteIntakeWriter(string connectionString, IWakeUp wakeUp) : IntakeWriter(wakeUp)
{
    private SqliteConnection? _connection;
    private SqliteCommand? _insert;
    private SqliteCommand? _reserve;

    protected override async Task Commit(IReadOnlyList<IntakeEvent> events, CancellationToken ct)
    {
        if (_connection is null)
            await Prepare(ct);
        await using var transaction = _connection!.BeginTransaction();
        foreach (var e in events)
        {
            if (e.Payload.Length < LargeBody.From)
                Fill(_insert!, transaction, e, e.Payload).ExecuteNonQuery();
            // As a parameter a large one is copied twice on its way: room is made for it, and it goes there directly.
            else if (Fill(_reserve!, transaction, e, e.Payload.Length).ExecuteScalar() is long id)
                WriteInto(id, e.Payload);
        }

        transaction.Commit();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _insert?.Dispose();
        _reserve?.Dispose();
        _connection?.Dispose();
    }

    private static SqliteCommand Fill(SqliteCommand command, SqliteTransaction transaction, IntakeEvent e, object payload)
    {
        command.Transaction = transaction;
        var p = command.Parameters;
        p[0].Value = e.Key;
        p[1].Value = e.InstagramId;
        p[2].Value = e.Kind;
        p[3].Value = e.Conversation;
        p[4].Value = payload;
        p[5].Value = e.OccurredAt.UtcTicks;
        p[6].Value = e.ReceivedAt.UtcTicks;
        p[7].Value = e.Lane;
        p[8].Value = e.DueAt.UtcTicks;
        return command;
    }

    private void WriteInto(long id, byte[] payload)
    {
        using var blob = new SqliteBlob(_connection!, "intake_events", "payload", id);
        blob.Write(payload);
    }

    private async Task Prepare(CancellationToken ct)
    {
        _connection = new SqliteConnection(connectionString);
        await _connection.OpenAsync(ct);
        await using (var pragmas = _connection.CreateCommand())
        {
            // The log is folded into the file by those who have time; here only where nobody did for 40 MB. Room for a large body until it is committed.
            pragmas.CommandText = SqliteConnectionSetUp.Pragmas + " PRAGMA wal_autocheckpoint=10000; PRAGMA cache_size=-16000;";
            await pragmas.ExecuteNonQueryAsync(ct);
        }

        _insert = Insert("$payload", "");
        _reserve = Insert("zeroblob($payload)", "RETURNING id");
    }

    private SqliteCommand Insert(string payload, string answer)
    {
        var command = _connection!.CreateCommand();
        command.CommandText =
            $"""
            INSERT INTO intake_events (key, instagram_id, kind, conversation, payload, occurred_at, received_at, lane, due_at, state, attempts)
            VALUES ($key, $account, $kind, $conversation, {payload}, $occurred, $received, $lane, $due, 0, 0)
            ON CONFLICT (key) DO NOTHING {answer}
            """;
        foreach (var name in (string[])["$key", "$account", "$kind", "$conversation", "$payload", "$occurred", "$received", "$lane", "$due"])
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }
}
