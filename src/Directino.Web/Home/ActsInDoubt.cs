using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Home;

/// <summary>Acts whose outcome is unknown, and those that failed since the day before yesterday.</summary>
internal sealed class ActsInDoubt(IStringLocalizer<HomeWords> words, TimeProvider clock) : INeedsYou
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    public async Task<IReadOnlyList<Need>> Read(Visitor visitor, DirectinoContext db, CancellationToken ct)
    {
        if (!visitor.May(Permission.SeeActivity))
            return [];
        var since = clock.GetUtcNow() - Recent;
        var acts = db.Set<Act>().AsQueryable();
        // Whoever may edit posts is told of each post by its name already.
        if (visitor.May(Permission.EditPosts))
            acts = acts.Where(a => a.Capability != Capability.Publish);
        var unknown = await acts.CountAsync(a => a.State == ActState.Unknown, ct);
        var failed = await acts.CountAsync(a => a.State == ActState.Failed && a.EndedAt >= since, ct);
        List<Need> needs = [];
        if (unknown > 0)
            needs.Add(new Need("circle-question-mark", words["ActsUnknown", Numbers.Say(unknown)], words["ActsUnknownWhy"], "/activity?state=unknown", words["LookAtThem"]));
        if (failed > 0)
            needs.Add(new Need("circle-x", words["ActsFailed", Numbers.Say(failed)], words["ActsFailedWhy"], "/activity?state=failed", words["LookAtThem"], IsUrgent: true));
        return needs;
    }
}
