using System.Threading.Channels;
using Directino.Hosting;
using Directino.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Directino.Benchmarks.Intake;

/// <summary>
/// The ceiling: appends raw bodies to the intake table in groups, the fastest way each database has (prepared inserts,
/// binary COPY), with no look at what is in them and nothing to deduplicate.
/// </summary>
internal abstract class PlainAppender : IAsyncDisposable
{
    private readonly Channel<(byte[] Body, TaskCompletionSource Done)> _waiting = Channel.CreateUnbounded<(byte[], TaskCompletionSource)>();
    private readonly Task _loop;
    private long _number;

    protected PlainAppender() => _loop = Task.Run(Loop);

    public static PlainAppender For(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return options.Provider == DatabaseProvider.Postgres
            ? new ByCopy(services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<TimeProvider>())
            : new BySqlite(PersistenceModule.SqliteConnectionString(options, services.GetRequiredService<IOptions<HostingOptions>>().Value));
    }

    public Task Append(byte[] body)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite((body, done));
        return done.Task;
    }

    public virtual async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _loop;
    }

    protected string NextKey() => $"plain:{Guid.CreateVersion7():N}:{_number++}";

    protected abstract Task Commit(IReadOnlyList<byte[]> bodies);

    private async Task Loop()
    {
        var group = new List<(byte[] Body, TaskCompletionSource Done)>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < 2000 && _waiting.Reader.TryRead(out var one))
                group.Add(one);
            await Commit([.. group.Select(g => g.Body)]);
            foreach (var (_, done) in group)
                done.SetResult();
            group.Clear();
        }
    }

    private sealed class BySqlite : PlainAppender
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _insert;

        public BySqlite(string connectionString)
        {
            _connection = new SqliteConnection(connectionString);
            _connection.Open();
            using var pragmas = _connection.CreateCommand();
            pragmas.CommandText = SqliteConnectionSetUp.Pragmas;
            pragmas.ExecuteNonQuery();
            _insert = _connection.CreateCommand();
            _insert.CommandText =
                """
                INSERT INTO intake_events (key, instagram_id, kind, conversation, payload, occurred_at, received_at, lane, due_at, state, attempts)
                VALUES ($key, '', '', '', $body, 0, 0, 0, 0, 1, 0)
                """;
            _insert.Parameters.Add(new SqliteParameter { ParameterName = "$key" });
            _insert.Parameters.Add(new SqliteParameter { ParameterName = "$body" });
        }

        protected override Task Commit(IReadOnlyList<byte[]> bodies)
        {
            using var transaction = _connection.BeginTransaction();
            _insert.Transaction = transaction;
            foreach (var body in bodies)
            {
                _insert.Parameters[0].Value = NextKey();
                _insert.Parameters[1].Value = body;
                _insert.ExecuteNonQuery();
            }

            transaction.Commit();
            return Task.CompletedTask;
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await _insert.DisposeAsync();
            await _connection.DisposeAsync();
        }
    }

    private sealed class ByCopy(NpgsqlDataSource source, TimeProvider clock) : PlainAppender
    {
        private readonly DateTime _now = clock.GetUtcNow().UtcDateTime;

        protected override async Task Commit(IReadOnlyList<byte[]> bodies)
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var copy = await connection.BeginBinaryImportAsync(
                "COPY intake_events (key, instagram_id, kind, conversation, payload, occurred_at, received_at, lane, due_at, state, attempts) FROM STDIN (FORMAT BINARY)");
            foreach (var body in bodies)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(NextKey(), NpgsqlDbType.Text);
                await copy.WriteAsync("", NpgsqlDbType.Text);
                await copy.WriteAsync("", NpgsqlDbType.Text);
                await copy.WriteAsync("", NpgsqlDbType.Text);
                await copy.WriteAsync(body, NpgsqlDbType.Bytea);
                await copy.WriteAsync(_now, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync(_now, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync(0, NpgsqlDbType.Integer);
                await copy.WriteAsync(_now, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync(1, NpgsqlDbType.Integer);
                await copy.WriteAsync(0, NpgsqlDbType.Integer);
            }

            await copy.CompleteAsync();
        }
    }
}
