using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Intake;

/// <summary>Removes raw events past their retention. What still waits to be processed is never removed.</summary>
public sealed class PruneIntake(Database database, IOptions<IntakeOptions> options, TimeProvider clock)
{
    public async Task<int> Run(CancellationToken ct)
    {
        await using var db = database.OpenEverywhere();
        var before = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays);
        return await db.Set<IntakeEvent>()
            .Where(e => e.ReceivedAt < before && e.State != IntakeState.Pending && e.State != IntakeState.Stuck)
            .ExecuteDeleteAsync(ct);
    }
}
