using Directino.Accounts;
using Directino.Ledger;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Quotas;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>
/// A day and an hour before its slot: would the post go out? Login, permission, token, approval, pause, files and whether Instagram can fetch them, the
/// sound under a reel, the day's limit. What stands in the way is shown at the post, told to its author once, and looked at again until it is mended or the post is prepared.
/// </summary>
internal sealed class Rehearse(
    PublishingRules rules, PublishingLimits limits, MediaLibrary library, PostReach reach, AudioSearch sounds, AuthorNews news, TimeProvider clock) : IDueHandler
{
    private static readonly TimeSpan UntilNextLook = TimeSpan.FromMinutes(15);

    /// <summary>From then on the post itself says what it waits for.</summary>
    private static readonly TimeSpan Prepared = PostWork.AheadOf(video: true);

    public string Kind => PostWork.Rehearse;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = PostId.Of(item.SubjectId);
        var now = clock.GetUtcNow();
        if (await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { State: PostState.Scheduled, IsByHand: false, Slot: { } slot } post || slot - Prepared <= now)
            return null;
        var account = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == post.AccountId, ct);
        var trouble = await Trouble(post, slot, account, db, ct);
        if (trouble is not null && trouble.Rule != post.Reason)
            await news.Trouble(post, trouble.Rule, db, ct);
        post.WaitFor(trouble?.Rule, trouble?.Detail, now);

        var next = PostWork.NextRehearsal(slot, now);
        if (trouble is not null && (next is null || next > now + UntilNextLook))
            next = now + UntilNextLook;
        return next < slot - Prepared ? next : null;
    }

    /// <summary>The first thing that would stop it at its slot; null when none is known.</summary>
    private async Task<Found?> Trouble(Post post, DateTimeOffset slot, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        if (account.State == AccountState.NeedsLogin)
            return new(GateRules.NeedsLogin);
        if (await PlanFacts.Objections(post, slot, clock.GetUtcNow(), db, ct) is [var first, ..])
            return new(first.Rule);
        if (account.TokenExpiresAt <= slot)
            return new(PublishingReasons.TokenEnds);
        if (await rules.IsUnapproved(post, db, ct))
            return new(ApprovalRules.Missing);
        if (await rules.PausedUntil(account.Id, db, ct) is { } pause && pause.Until > slot)
            return new(pause.Reason);
        foreach (var item in post.Items)
        {
            await using var file = await library.Open(post.WorkspaceId, item.MediaId, small: false, ct);
            if (file is null)
                return new(PublishingReasons.PictureGone);
        }

        var seen = await reach.Look(post.Content, await PlanReader.Media(post.Content, db, ct), account.Login, anew: false, ct);
        if (seen.Select(s => s.Fault).FirstOrDefault(f => f is not null) is { } fault)
            return new(fault.Rule, fault.Detail);
        if (post is { Kind: PostKind.Reel, Options.Audio: { } audio } && await sounds.IsGone(post.WorkspaceId, account.Id, audio.AudioId, ct))
            return new(PublishingReasons.AudioGone);
        return await IsFull(post, slot, db, ct) ? new(PublishingReasons.Limit) : null;
    }

    /// <summary>Whether what is planned until then, with what is out already, is all that Instagram allows in its window.</summary>
    private async Task<bool> IsFull(Post post, DateTimeOffset slot, DirectinoContext db, CancellationToken ct) =>
        await limits.For(post.WorkspaceId, post.AccountId!.Value, slot, ct) is { } reading && await QuotaFacts.IsUsedUp(post, slot, reading, db, ct);

    /// <param name="Detail">The code of what was answered, where there is one.</param>
    private sealed record Found(string Rule, string? Detail = null);
}
