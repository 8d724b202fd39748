using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Ledger;

/// <summary>The ledger for reading: newest first, by key, with the names of who and what.</summary>
public sealed class ActivityLog(IEnumerable<ICauseNames> causes, IEnumerable<IFollowerNames> followers, TimeProvider clock)
{
    public async Task<ActivityPage> Page(DirectinoContext db, ActivityFilter filter, ActId? after, int take, CancellationToken ct)
    {
        var acts = await Narrow(db.Set<Act>().AsNoTracking(), filter, after).OrderByDescending(a => a.Id).Take(take + 1).ToListAsync(ct);
        var more = acts.Count > take;
        if (more)
            acts.RemoveAt(take);
        return new ActivityPage(await Named(db, acts, ct), more ? acts[^1].Id : null);
    }

    /// <summary>Null when there is no such act in this workspace.</summary>
    public async Task<ActivityEntry?> Find(DirectinoContext db, ActId id, CancellationToken ct) =>
        (await Named(db, await db.Set<Act>().AsNoTracking().Where(a => a.Id == id).ToListAsync(ct), ct)).SingleOrDefault();

    /// <summary>Has Instagram asked at once whether an act whose outcome is unknown did happen. False when there is no such act or its outcome is known.</summary>
    public async Task<bool> FindOutNow(DirectinoContext db, ActId id, CancellationToken ct)
    {
        if (await db.Set<Act>().FirstOrDefaultAsync(a => a.Id == id && a.State == ActState.Unknown, ct) is not { } act)
            return false;
        act.DueAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static IQueryable<Act> Narrow(IQueryable<Act> acts, ActivityFilter filter, ActId? after)
    {
        if (filter.Account is { } account)
            acts = acts.Where(a => a.AccountId == account);
        if (filter.Cause is { } cause)
            acts = acts.Where(a => a.CauseKind == cause);
        if (filter.CauseId is { } causeId)
            acts = acts.Where(a => a.CauseId == causeId);
        if (filter.State is { } state)
            acts = acts.Where(a => a.State == state);
        if (filter.Subject is { } subject)
            acts = acts.Where(a => a.SubjectId == subject);
        if (after is { } last)
            acts = acts.Where(a => a.Id < last);
        return acts;
    }

    private async Task<IReadOnlyList<ActivityEntry>> Named(DirectinoContext db, List<Act> acts, CancellationToken ct)
    {
        if (acts.Count == 0)
            return [];
        AccountId[] accountIds = [.. acts.Select(a => a.AccountId).Distinct()];
        var accounts = await db.Set<ConnectedAccount>().AsNoTracking().Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var causeNames = await CauseNames(db, acts, ct);
        var followerNames = await FollowerNames(db, acts, ct);
        return [.. acts.Select(a => new ActivityEntry(
            a.Id, a.Kind, a.State, a.AccountId, accounts.GetValueOrDefault(a.AccountId)?.Username ?? "", a.FollowerId,
            a.FollowerId is { } follower ? followerNames.GetValueOrDefault(follower) : null,
            a.CauseKind, a.CauseId, a.CauseDetail, causeNames.GetValueOrDefault((a.CauseKind, a.CauseId)), a.SubjectId, a.Capability,
            accounts.TryGetValue(a.AccountId, out var account) ? Scopes.For(account.Login, a.Capability) : "",
            a.CreatedAt, a.EndedAt, a.DueAt, a.Attempts, a.InstagramId, a.Reason, a.ErrorDetail))];
    }

    private async Task<Dictionary<(CauseKind, Guid), string>> CauseNames(DirectinoContext db, List<Act> acts, CancellationToken ct)
    {
        var names = new Dictionary<(CauseKind, Guid), string>();
        foreach (var group in acts.GroupBy(a => a.CauseKind))
        {
            foreach (var source in causes.Where(c => c.Kind == group.Key))
            {
                foreach (var (id, name) in await source.Of(db, [.. group.Select(a => a.CauseId).Distinct()], ct))
                    names[(group.Key, id)] = name;
            }
        }

        return names;
    }

    private async Task<Dictionary<string, string>> FollowerNames(DirectinoContext db, List<Act> acts, CancellationToken ct)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] ids = [.. acts.Select(a => a.FollowerId).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (ids is [])
            return names;
        foreach (var source in followers)
        {
            foreach (var (id, name) in await source.Of(db, ids, ct))
                names[id] = name;
        }

        return names;
    }
}
