using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Directino.Persistence;

/// <summary>
/// SQLite has one writer. Those who have to wait do so here, in their order and without a thread; SQLite itself lets them sleep and try again,
/// the longer the more there are. Transactions that the program opens by itself wait at SQLite, as other programs do.
/// </summary>
public sealed class WriteTurn : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public Task Take(CancellationToken ct) => _one.WaitAsync(ct);

    public void Give() => _one.Release();

    public void Dispose() => _one.Dispose();
}

/// <summary>A change that is written without being loaded first takes its turn, too.</summary>
internal sealed class TurnForChangesInPlace : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
            await Context(eventData).TakeTurn(cancellationToken);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
            Context(eventData).GiveTurn();
        return ValueTask.FromResult(result);
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.ExecuteMethod == DbCommandMethod.ExecuteNonQuery)
            Context(eventData).GiveTurn();
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.ExecuteMethod == DbCommandMethod.ExecuteNonQuery)
            Context(eventData).GiveTurn();
        return Task.CompletedTask;
    }

    private static SqliteContext Context(CommandEventData of) => (SqliteContext)of.Context!;

    private static SqliteContext Context(CommandEndEventData of) => (SqliteContext)of.Context!;
}
