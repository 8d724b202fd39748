using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>Whether a person wants no automated messages.</summary>
internal static class OptOuts
{
    public static Task<bool> Holds(DirectinoContext db, FollowerId? person, CancellationToken ct) =>
        person is { } id ? db.Set<Follower>().AnyAsync(f => f.Id == id && f.OptedOutAt != null, ct) : Task.FromResult(false);
}
