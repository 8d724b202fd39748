using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Intake;

/// <summary>Says which lanes have something to do now: one question, asked again and again, that most often finds nothing.</summary>
public sealed class LaneWatch(Database database, TimeProvider clock)
{
    private static readonly string Lane = string.Join(" UNION ALL ", Enumerable.Range(0, Lanes.Count).Select(lane => $"SELECT {lane} AS \"Value\""));

    /// <summary>Of each lane and table the first of an index or nothing, however much waits for later. Compiled once: it is most of what an idle program does.</summary>
    private static readonly Func<DirectinoContext, DateTimeOffset, IAsyncEnumerable<int>> Find = EF.CompileAsyncQuery((DirectinoContext db, DateTimeOffset now) =>
        db.Database.SqlQueryRaw<int>(Lane).Where(lane =>
            db.Set<DueItem>().Any(d => d.Lane == lane && d.DueAt <= now)
            || db.Set<Act>().Any(a => a.Lane == lane && a.EndedAt == null && a.DueAt <= now)
            || db.Set<IntakeEvent>().Any(e => e.Lane == lane && e.State == IntakeState.Pending && e.DueAt <= now)));

    public async Task<IReadOnlyList<int>> WithWork(CancellationToken ct)
    {
        await using var db = database.OpenEverywhere();
        return await Find(db, clock.GetUtcNow()).ToListAsync(ct);
    }
}
