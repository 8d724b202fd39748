using Directino.Accounts;
using Directino.Notifications;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Approvals;

/// <summary>
/// Tells those whom it concerns how a post's approval has changed, by comparing where it stood with where it stands: who is newly waited for, whose word
/// is no longer needed, and what its authors learn. In the caller's context; the caller saves.
/// </summary>
public sealed class ApprovalNews(NotificationBook notifications)
{
    /// <param name="by">Who caused the change; told nothing of it.</param>
    public async Task Tell(Post post, Standing before, Standing after, IReadOnlyList<ApprovalStep> steps, PersonId? by, DirectinoContext db, CancellationToken ct)
    {
        await TellApprovers(post, before, after, steps, by, db, ct);
        if (after.State == before.State)
            return;
        var news = after.State switch
        {
            ApprovalState.Approved => Answer(post, NotificationKind.Approved, steps.LastOrDefault(s => s.Kind == ApprovalStepKind.Approved)),
            ApprovalState.ChangesAsked => Answer(post, NotificationKind.ChangesWanted, steps.LastOrDefault(s => s.Kind == ApprovalStepKind.ChangesAsked)),
            ApprovalState.Waiting when before.State == ApprovalState.Approved && before.Edition != after.Edition => new News(NotificationKind.ApprovalWithdrawn, post.Id.Value, by),
            _ => null,
        };
        if (news is not null)
            await notifications.Tell(post.WorkspaceId, await Authors(post, steps, news, db, ct), news, db, ct);
    }

    private async Task TellApprovers(Post post, Standing before, Standing after, IReadOnlyList<ApprovalStep> steps, PersonId? by, DirectinoContext db, CancellationToken ct)
    {
        await notifications.Settle(post.WorkspaceId, NotificationKind.ApprovalWanted, post.Id.Value, [.. before.Awaited.Except(after.Awaited)], db, ct);
        var asked = after.Awaited.Except(before.Awaited).ToList();
        var revoked = before.Edition == after.Edition ? [] : asked.Where(a => steps.Any(s => s.PersonId == a && s.Kind == ApprovalStepKind.Approved && s.Edition == before.Edition)).ToHashSet();
        await notifications.Tell(post.WorkspaceId, revoked, new News(NotificationKind.ApprovalWithdrawn, post.Id.Value, by), db, ct);
        await notifications.Tell(post.WorkspaceId, [.. asked.Except(revoked)], new News(NotificationKind.ApprovalWanted, post.Id.Value, by), db, ct);
    }

    private static News? Answer(Post post, NotificationKind kind, ApprovalStep? step) => step switch
    {
        null => null,
        { PersonId: null } => new News(
            NotificationKind.ClientAnswered, post.Id.Value, null, step.ClientName, step.Sentence,
            step is { Kind: ApprovalStepKind.ChangesAsked, Sentence: null } ? Notification.ByRemarks : null),
        _ => new News(kind, post.Id.Value, step.PersonId, null, step.Sentence),
    };

    /// <summary>Who wrote it, who asked last, and of what a client says, who made the link. An approver who lost their approval was told so already.</summary>
    private static async Task<IReadOnlyCollection<PersonId>> Authors(Post post, IReadOnlyList<ApprovalStep> steps, News news, DirectinoContext db, CancellationToken ct)
    {
        HashSet<PersonId> authors = [post.CreatedBy];
        if (steps.LastOrDefault(s => s.Kind == ApprovalStepKind.Asked)?.PersonId is { } asker)
            authors.Add(asker);
        if (news.Kind == NotificationKind.ClientAnswered && steps.LastOrDefault(s => s.LinkId is not null)?.LinkId is { } link)
            authors.UnionWith(await db.Set<ClientLink>().Where(l => l.Id == link).Select(l => l.CreatedBy).ToListAsync(ct));
        if (news.Kind == NotificationKind.ApprovalWithdrawn)
            authors.ExceptWith(steps.Where(s => s.Kind == ApprovalStepKind.Approved).Select(s => s.PersonId).OfType<PersonId>());
        return authors;
    }
}

/// <summary>Where a post stands on its way to approval, and whose word it waits for.</summary>
public sealed record Standing(int Edition, ApprovalState State, IReadOnlySet<PersonId> Awaited)
{
    public static Standing Of(ApprovalDemand demand, int edition, IReadOnlyList<ApprovalStep> steps) => new(edition, demand.Of(edition, steps), demand.Awaited(edition, steps));
}
