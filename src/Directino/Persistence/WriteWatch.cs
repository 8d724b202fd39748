using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Directino.Persistence;

/// <summary>
/// Tells whether a flow of calls set about to change anything in the database, whatever became of it: when a commit is lost nobody knows
/// whether it was one.
/// </summary>
public sealed class WriteWatch : SaveChangesInterceptor, IDbCommandInterceptor
{
    private static readonly AsyncLocal<Seen?> Current = new();

    /// <summary>Sees what is awaited from here on.</summary>
    public static Seen Begin() => Current.Value = new Seen();

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.ChangeTracker.HasChanges())
            Note();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note();
        return ValueTask.FromResult(result);
    }

    private static void Note()
    {
        if (Current.Value is { } seen)
            seen.Writes = true;
    }

    public sealed class Seen
    {
        /// <summary>Something was, or may have been, written.</summary>
        public bool Writes { get; internal set; }
    }
}
