using Directino.Ledger;
using Npgsql;

namespace Directino.Intake;

internal sealed class PostgresIntakeWriter(NpgsqlDataSource source, IWakeUp wakeUp) : IntakeWriter(wakeUp)
{
    private const string Into = "INSERT INTO intake_events (key, instagram_id, kind, conversation, payload, occurred_at, received_at, lane, due_at, state, attempts)";

    private const string Insert =
        Into + """

        SELECT key, account, kind, conversation, payload, occurred, received, lane, received, 0, 0
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[], $7::timestamptz[], $8::int[])
          AS e(key, account, kind, conversation, payload, occurred, received, lane)
        ON CONFLICT (key) DO NOTHING
        """;

    /// <summary>As one of many, a large body would be copied twice more on its way.</summary>
    private const string InsertOne = Into + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, 0, 0) ON CONFLICT (key) DO NOTHING";

    protected override async Task Commit(IReadOnlyList<IntakeEvent> events, CancellationToken ct)
    {
        await using var command = events is [{ Payload.Length: >= LargeBody.From } large] ? One(large) : Many(events);
        await command.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlCommand One(IntakeEvent e)
    {
        var command = source.CreateCommand(InsertOne);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = e.Key });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = e.InstagramId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = e.Kind });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = e.Conversation });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = e.Payload });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = e.OccurredAt.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = e.ReceivedAt });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = e.Lane });
        return command;
    }

    private NpgsqlCommand Many(IReadOnlyList<IntakeEvent> events)
    {
        var command = source.CreateCommand(Insert);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Column(events, e => e.Key) });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Column(events, e => e.InstagramId) });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Column(events, e => e.Kind) });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Column(events, e => e.Conversation) });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = Column(events, e => e.Payload) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset[]> { TypedValue = Column(events, e => e.OccurredAt.ToUniversalTime()) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset[]> { TypedValue = Column(events, e => e.ReceivedAt) });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = Column(events, e => e.Lane) });
        return command;
    }

    private static T[] Column<T>(IReadOnlyList<IntakeEvent> events, Func<IntakeEvent, T> value)
    {
        var column = new T[events.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = value(events[i]);
        return column;
    }
}
