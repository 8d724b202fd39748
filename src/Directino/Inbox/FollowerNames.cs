using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>People by their handles, for the ledger.</summary>
internal sealed class FollowerNames : IFollowerNames
{
    public async Task<IReadOnlyDictionary<string, string>> Of(DirectinoContext db, IReadOnlyCollection<string> followerIds, CancellationToken ct)
    {
        var people = await db.Set<Follower>().AsNoTracking().Where(f => followerIds.Contains(f.InstagramId)).ToListAsync(ct);
        return people.Where(f => f.Handle is not null).DistinctBy(f => f.InstagramId).ToDictionary(f => f.InstagramId, f => f.Handle!);
    }
}
