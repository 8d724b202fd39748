using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Quotas;

/// <summary>What Instagram says of a quota, asked before a change is begun: it may take a moment to answer. What is posted by hand needs none.</summary>
public sealed class QuotaWatch(Database database, IPostQuotas quotas)
{
    public async Task<QuotaReading?> Of(WorkspaceId workspace, AccountId? account, DateTimeOffset? at, CancellationToken ct) =>
        account is { } known && at is { } instant ? await quotas.For(workspace, known, instant, ct) : null;

    public async Task<QuotaReading?> Of(WorkspaceId workspace, PostId id, DateTimeOffset at, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await Of(workspace, await db.Set<Post>().Where(p => p.Id == id && !p.IsByHand).Select(p => p.AccountId).FirstOrDefaultAsync(ct), at, ct);
    }

    /// <summary>For a scheduled post that is given to another account; null for every other change.</summary>
    public async Task<QuotaReading?> OfAnother(WorkspaceId workspace, PostId id, AccountId? account, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var slot = await db.Set<Post>().Where(p => p.Id == id && p.State == PostState.Scheduled && p.AccountId != account).Select(p => p.Slot).FirstOrDefaultAsync(ct);
        return await Of(workspace, account, slot, ct);
    }
}
