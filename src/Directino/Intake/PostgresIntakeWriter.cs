using Directino.Ledger;
using Npgsql;

namespace Directino.Intake;

internal sealed class PostgresIntakeWriter(NpgsqlDataSource source, IWakeUp wakeUp) : IntakeWriter(wakeUp)
{
    private const string Insert =
        """
        INSERT INTO intake_events (key, instagram_id, kind, conversation, payload, occurred_at, received_at, lane, due_at, state, attempts)
        SELECT key, account, kind, conversation, payload, occurred, received, lane, received, 0, 0
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[], $7::timestamptz[], $8::int[])
          AS e(key, account, kind, conversation, payload, occurred, received, lane)
        ON CONFLICT (key) DO NOTHING
        """;

    protected override async Task Commit(IReadOnlyList<IntakeEvent> events, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Insert);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Column(events, e => e.Key) });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Column(events, e => e.InstagramId) });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Column(events, e => e.Kind) });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Column(events, e => e.Conversation) });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = Column(events, e => e.Payload) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset[]> { TypedValue = Column(events, e => e.OccurredAt.ToUniversalTime()) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset[]> { TypedValue = Column(events, e => e.ReceivedAt) });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = Column(events, e => e.Lane) });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static T[] Column<T>(IReadOnlyList<IntakeEvent> events, Func<IntakeEvent, T> value)
    {
        var column = new T[events.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = value(events[i]);
        return column;
    }
}
