using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Campaigns;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>
/// One verb for many posts, each on its own: what cannot be is left as it is and returned with its reason, the rest is done and can be
/// taken back together. One per circuit.
/// </summary>
public sealed class PlanBulk(Planner planner, PlanMoves moves, PlanningText text, Toasts toasts, TimeProvider clock, IStringLocalizer<PlanningWords> words)
{
    public Task<IReadOnlyList<LeftAlone>> Retime(Visitor visitor, IReadOnlyList<PlannedPost> posts, PlanOffset offset, string zone, CancellationToken ct) => Run(
        posts, "BulkMoved",
        post => planner.Move(visitor.Workspace, post.Id, PlanMoves.Later(post, offset, zone), visitor.Person, post.Version, ct),
        (was, now) => moves.TakeBack(visitor, was, now));

    /// <summary>Each on its day, all at one time of it, by the clock of each account.</summary>
    public Task<IReadOnlyList<LeftAlone>> SetTime(Visitor visitor, IReadOnlyList<PlannedPost> posts, TimeOnly time, string zone, CancellationToken ct) => Run(
        posts, "BulkMoved",
        post => planner.Move(visitor.Workspace, post.Id, PlanMoves.AtTime(post, time, zone), visitor.Person, post.Version, ct),
        (was, now) => moves.TakeBack(visitor, was, now));

    /// <summary>A post that is being published is not called back with many others: that is decided by itself.</summary>
    public Task<IReadOnlyList<LeftAlone>> ToDrafts(Visitor visitor, IReadOnlyList<PlannedPost> posts, CancellationToken ct) => Run(
        posts, "BulkDrafts",
        post => post.State == PostState.Publishing
            ? Task.FromResult<PlanOutcome>(new PlanOutcome.Conflict(PostRules.UnderWay))
            : planner.Withdraw(visitor.Workspace, post.Id, post.Version, ct),
        (was, now) => was is { State: PostState.Scheduled, At: { } at } && at > clock.GetUtcNow()
            ? planner.Schedule(visitor.Workspace, was.Id, at, visitor.Person, now.Version, CancellationToken.None)
            : Task.FromResult<PlanOutcome>(new PlanOutcome.Conflict(PostRules.TooLate)));

    /// <summary>Puts a label on all of them; takes it off when every one has it.</summary>
    public Task<IReadOnlyList<LeftAlone>> Label(Visitor visitor, IReadOnlyList<PlannedPost> posts, LabelId label, CancellationToken ct)
    {
        var off = posts.All(p => p.Labels.Contains(label));
        return Run(
            posts, off ? "BulkUnlabelled" : "BulkLabelled",
            post => planner.SetLabels(visitor.Workspace, post.Id, off ? [.. post.Labels.Where(l => l != label)] : [.. post.Labels.Append(label).Distinct()], null, ct),
            (was, _) => planner.SetLabels(visitor.Workspace, was.Id, was.Labels, null, CancellationToken.None));
    }

    /// <summary>Makes all of them part of a campaign, or of none.</summary>
    public Task<IReadOnlyList<LeftAlone>> Campaign(Visitor visitor, IReadOnlyList<PlannedPost> posts, CampaignId? campaign, CancellationToken ct) => Run(
        posts, campaign is null ? "BulkOutOfCampaign" : "BulkInCampaign",
        post => planner.SetCampaign(visitor.Workspace, post.Id, campaign, null, ct),
        (was, _) => planner.SetCampaign(visitor.Workspace, was.Id, was.Campaign, null, CancellationToken.None));

    public Task<IReadOnlyList<LeftAlone>> Copy(Visitor visitor, IReadOnlyList<PlannedPost> posts, AccountId? account, CancellationToken ct) => Run(
        posts, "BulkCopied",
        post => planner.Copy(visitor.Workspace, post.Id, visitor.Person, account, ct),
        (_, copy) => planner.Delete(visitor.Workspace, copy.Id, copy.Version, CancellationToken.None));

    public Task<IReadOnlyList<LeftAlone>> Delete(Visitor visitor, IReadOnlyList<PlannedPost> posts, CancellationToken ct) => Run(
        posts, "BulkDeleted",
        post => planner.Delete(visitor.Workspace, post.Id, post.Version, ct),
        (_, deleted) => planner.Restore(deleted, visitor.Person, CancellationToken.None));

    private async Task<IReadOnlyList<LeftAlone>> Run(
        IReadOnlyList<PlannedPost> posts, string said, Func<PlannedPost, Task<PlanOutcome>> verb, Func<PlannedPost, Post, Task<PlanOutcome>> back)
    {
        var done = new List<(PlannedPost Was, Post Now)>();
        var left = new List<LeftAlone>();
        foreach (var post in posts)
        {
            var outcome = await verb(post);
            if (outcome is PlanOutcome.Done changed)
                done.Add((post, changed.Post));
            else
                left.Add(new LeftAlone(post.Id, text.Title(post.Beginning), Reason(outcome)));
        }

        if (done.Count > 0)
            toasts.Say(done.Count == 1 ? words[$"{said}One"] : words[said, Numbers.Say(done.Count)], () => TakeBack(done, back));
        return left;
    }

    private async Task TakeBack(IReadOnlyList<(PlannedPost Was, Post Now)> done, Func<PlannedPost, Post, Task<PlanOutcome>> back)
    {
        var kept = 0;
        foreach (var (was, now) in done.Reverse())
            kept += await back(was, now) is PlanOutcome.Done ? 0 : 1;
        if (kept > 0)
            toasts.Say(words["BulkNotTakenBack", Numbers.Say(kept)]);
    }

    private string Reason(PlanOutcome outcome) => outcome switch
    {
        PlanOutcome.Refused { Objections: [var first, ..] } => text.Objection(first, PostContent.Empty),
        PlanOutcome.Conflict conflict => text.Rule(conflict.Rule),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>A post that was not changed, and why.</summary>
public sealed record LeftAlone(PostId Id, string Title, string Reason);
