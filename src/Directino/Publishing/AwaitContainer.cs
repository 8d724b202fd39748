using System.Globalization;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>
/// Looks at a container until it is ready: at once, then after 1, 2, 4 … seconds, at most every minute. Of a carousel, at one item after
/// the other, and when all are ready the whole is made and looked at.
/// </summary>
internal sealed class AwaitContainer(
    InstagramClient instagram, AccountAccess access, CallBudget budget, Attempts attempts, AuthorNews news, TimeProvider clock) : IDueHandler
{
    public const string DueKind = "await-container";

    /// <summary>What takes longer is stuck; another container usually is not. A long video is worked on for a good while.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(30);

    public string Kind => DueKind;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        if (await Settlement.Find(PublicationId.Of(item.SubjectId), db, ct) is not { Post: { } post, Publication: { IsOver: false } publication }
            || !post.IsOnItsWay || (publication.ContainerId ?? publication.Awaited?.ContainerId) is not { } container)
            return null;
        var account = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == publication.AccountId, ct);
        var now = clock.GetUtcNow();
        if (Gate.Standing(account, Capability.Publish) is { } refusal)
        {
            await news.Fail(post, refusal.Rule, null, db, ct);
            return null;
        }

        if (account.State == AccountState.NeedsLogin || await access.For(account, ct) is not { } token)
        {
            post.WaitFor(GateRules.NeedsLogin, null, now);
            return now + TimeSpan.FromMinutes(1);
        }

        // Someone waits for this post, so it may use the last of the budget.
        if (budget.NotBefore(account.InstagramId, Urgency.Person) is { } until)
        {
            post.WaitFor(GateRules.Budget, null, now);
            return until;
        }

        try
        {
            var status = await instagram.Publishing.ContainerStatus(token, container, ct);
            return await Follow(status, publication, post, account, db, ct);
        }
        catch (InstagramException error)
        {
            return await Follow(error, publication, post, account, db, ct);
        }
    }

    private async Task<DateTimeOffset?> Follow(
        ContainerStatus status, Publication publication, Post post, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        switch (status.Code)
        {
            case ContainerCode.Finished when publication.Awaited is { } item:
                publication.ItemReady(item.Position);
                if (publication.Awaited is not null)
                    return now;
                await attempts.MakeWhole(publication, post, account, db, ct);
                return null;
            // Published already: the act finds that out before it does anything.
            case ContainerCode.Finished or ContainerCode.Published:
                await attempts.Publish(publication, post, account, db, ct);
                return null;
            case ContainerCode.Error when PublishingReasons.OfSubcode(status.Subcode) is { } reason and not PublishingReasons.UploadFailed:
                publication.End();
                await news.Fail(post, reason, Detail(status), db, ct, publication.Awaited?.Position);
                return null;
            case ContainerCode.Error or ContainerCode.Expired:
                publication.Told(PublishingReasons.OfSubcode(status.Subcode), Detail(status));
                await attempts.BeginAgain(publication, post, db, ct);
                return null;
            default:
                publication.NotReady();
                if (now - (publication.Awaited?.MadeAt ?? publication.ContainerMadeAt) < Stuck)
                    return now + Wait(publication.Polls);
                publication.Told(PublishingReasons.ContainerStuck, null);
                await attempts.BeginAgain(publication, post, db, ct);
                return null;
        }
    }

    private async Task<DateTimeOffset?> Follow(
        InstagramException error, Publication publication, Post post, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        switch (error)
        {
            case LoginNeededException:
                account.NeedLogin();
                post.WaitFor(GateRules.NeedsLogin, null, now);
                return now + TimeSpan.FromMinutes(1);
            case ObjectGoneException or ContainerGoneException:
                await attempts.BeginAgain(publication, post, db, ct);
                return null;
            case RateLimitedException:
                post.WaitFor(GateRules.Budget, null, now);
                return budget.Close(account.InstagramId, error.RetryAfter);
            case PermissionMissingException:
                publication.End();
                await news.Fail(post, Reasons.Of(error), $"{error.Code}/{error.Subcode} {error.TraceId}", db, ct);
                return null;
            default:
                publication.NotReady();
                return now + Wait(publication.Polls);
        }
    }

    private static string? Detail(ContainerStatus status) => status.Subcode?.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Wait(int polls) => TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Clamp(polls - 1, 0, 6))));
}
