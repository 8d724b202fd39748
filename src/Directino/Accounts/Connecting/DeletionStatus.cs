using System.Globalization;
using Directino.Persistence;
using Directino.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Directino.Accounts.Connecting;

/// <summary>What became of a person's wish, for whoever has its code.</summary>
public sealed class DeletionStatus(Database database)
{
    public async Task<DeletionView?> Find(string code, CancellationToken ct)
    {
        var hash = Secret.Hash(code);
        await using var db = database.OpenEverywhere();
        if (await db.Set<DataDeletion>().AsNoTracking().FirstOrDefaultAsync(d => d.CodeHash == hash, ct) is not { } deletion)
            return null;
        var parts = await db.Set<DataDeletionPart>().AsNoTracking().Where(p => p.DeletionId == deletion.Id).ToListAsync(ct);
        var erased = parts.SelectMany(p => (p.Erased ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)).Select(e => e.Split(':'))
            .GroupBy(e => Enum.Parse<PersonalCategory>(e[0])).ToDictionary(g => g.Key, g => g.Sum(e => int.Parse(e[1], CultureInfo.InvariantCulture)));
        return new DeletionView(deletion.ReceivedAt, parts.Count, parts.Count(p => p.DoneAt is not null), parts.Max(p => p.DoneAt), erased);
    }
}

/// <param name="Places">In how many workspaces the account was.</param>
/// <param name="Done">In how many of them it is erased.</param>
/// <param name="DoneAt">When the last of them was; null while none is.</param>
/// <param name="Erased">How many rows of which category went so far.</param>
public sealed record DeletionView(DateTimeOffset ReceivedAt, int Places, int Done, DateTimeOffset? DoneAt, IReadOnlyDictionary<PersonalCategory, int> Erased);
