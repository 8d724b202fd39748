using Directino.Media;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>What the buttons of a post do: each is one or two verbs of the planner, said in words. One per circuit.</summary>
public sealed class PostDesk(Planner planner, ApprovalBook approvals, WorkingCopies copies, MediaLibrary library, Toasts toasts, IStringLocalizer<PlanningWords> words)
{
    /// <summary>Cuts a picture around its middle, or gives the whole one back (null).</summary>
    public Task<MediaItem?> Cut(Visitor visitor, MediaItem picture, Crop? crop, CancellationToken ct) => library.Cut(visitor.Workspace, picture.Id, crop, Focus.Middle, ct);

    /// <summary>Writes what the form says; a new post becomes a draft.</summary>
    public async Task<PlanOutcome> Save(Visitor visitor, Post? post, PostForm form, int? known, CancellationToken ct)
    {
        var at = form.Moment?.Instant;
        if (post is null)
            return await planner.Draft(visitor.Workspace, visitor.Person, form.Content, at, form.Sorting, ct);
        var outcome = await planner.Write(visitor.Workspace, post.Id, form.Content, visitor.Person, known, ct);
        return outcome is PlanOutcome.Done { Post: { State: PostState.Draft } draft } && draft.Slot != at
            ? await planner.Propose(visitor.Workspace, post.Id, at, visitor.Person, draft.Version, ct)
            : outcome;
    }

    public async Task<PlanOutcome> Schedule(Visitor visitor, Post? post, PostForm form, int? known, Action<Post> kept, CancellationToken ct)
    {
        // A scheduled post takes its new words and its new slot together: the old slot may be over.
        var saved = await Keep(visitor, post, form, known, kept, ct);
        if (saved is not PlanOutcome.Done done)
            return saved;
        var at = form.Moment!.Value.Instant;
        return form.IsInSlot
            ? await planner.ScheduleInSlot(visitor.Workspace, done.Post.Id, at, visitor.Person, done.Post.Version, ct)
            : await planner.Schedule(visitor.Workspace, done.Post.Id, at, visitor.Person, done.Post.Version, ct);
    }

    /// <summary>Also <em>Try again</em>.</summary>
    public async Task<PlanOutcome> PublishNow(Visitor visitor, Post? post, PostForm form, int? known, Action<Post> kept, CancellationToken ct)
    {
        var saved = await Keep(visitor, post, form, known, kept, ct);
        return saved is PlanOutcome.Done done
            ? await planner.PublishNow(visitor.Workspace, done.Post.Id, visitor.Person, done.Post.Version, ct)
            : saved;
    }

    /// <summary>Asks for approval of what the form says.</summary>
    public async Task<PlanOutcome> Ask(Visitor visitor, Post? post, PostForm form, int? known, Action<Post> kept, CancellationToken ct)
    {
        var saved = await Keep(visitor, post, form, known, kept, ct);
        if (saved is not PlanOutcome.Done done)
            return saved;
        var outcome = await approvals.Ask(visitor.Workspace, done.Post.Id, visitor.Person, done.Post.Edition, ct);
        if (outcome is PlanOutcome.Done)
            toasts.Say(words["ApprovalAsked"]);
        return outcome;
    }

    public async Task<PlanOutcome> Approve(Visitor visitor, ApprovalView view, CancellationToken ct)
    {
        var outcome = await approvals.Approve(visitor.Workspace, view.Post, Reviewer.Member(visitor.Person), view.Edition, ct);
        if (outcome is PlanOutcome.Done)
            toasts.Say(words["PostApproved"]);
        return outcome;
    }

    public async Task<PlanOutcome> AskForChanges(Visitor visitor, ApprovalView view, string sentence, CancellationToken ct)
    {
        var outcome = await approvals.AskForChanges(visitor.Workspace, view.Post, Reviewer.Member(visitor.Person), view.Edition, sentence, ct);
        if (outcome is PlanOutcome.Done)
            toasts.Say(words["ChangesSent"]);
        return outcome;
    }

    public async Task<PlanOutcome> Withdraw(Visitor visitor, Post post, CancellationToken ct)
    {
        var slot = post.Slot;
        var outcome = await planner.Withdraw(visitor.Workspace, post.Id, post.Version, ct);
        if (outcome is PlanOutcome.Done done && post.State == PostState.Scheduled && slot is { } again)
            toasts.Say(words["Withdrawn"], () => planner.Schedule(visitor.Workspace, post.Id, again, visitor.Person, done.Post.Version, CancellationToken.None));
        return outcome;
    }

    /// <summary>What its author had not saved comes back with it.</summary>
    public async Task<PlanOutcome> Delete(Visitor visitor, Post post, CancellationToken ct)
    {
        var written = await copies.Find(visitor.Workspace, visitor.Person, post.Id, ct);
        var outcome = await planner.Delete(visitor.Workspace, post.Id, post.Version, ct);
        if (outcome is PlanOutcome.Done done)
        {
            toasts.Say(words["Deleted"], async () =>
            {
                await planner.Restore(done.Post, visitor.Person, CancellationToken.None);
                if (written is { Copy: var copy })
                    await copies.Keep(visitor.Workspace, visitor.Person, post.Id, copy.Text, copy.Base, CancellationToken.None);
            });
        }

        return outcome;
    }

    /// <summary>What was written, as a draft of its own, where its post says something else by now.</summary>
    public Task<PlanOutcome> AsDraft(Visitor visitor, PostForm form, CancellationToken ct) =>
        planner.Draft(visitor.Workspace, visitor.Person, form.Content, form.Moment?.Instant, form.Sorting, ct);

    /// <summary>Throws away what was written and not saved; for a while it can be taken back.</summary>
    public void PutAway(Visitor visitor, PostId? post, WrittenText text, PostBase? known, Func<Task> back) => toasts.Say(words["PutAway"], async () =>
    {
        await copies.Keep(visitor.Workspace, visitor.Person, post, text, known, CancellationToken.None);
        await back();
    });

    public async Task FindOut(Visitor visitor, Post post, CancellationToken ct)
    {
        await planner.FindOut(visitor.Workspace, post.Id, ct);
        toasts.Say(words["Looking"]);
    }

    /// <summary>First the words, then the slot. <paramref name="kept"/> is told of the saved post, so that a second try does not make a second draft.</summary>
    private async Task<PlanOutcome> Keep(Visitor visitor, Post? post, PostForm form, int? known, Action<Post> kept, CancellationToken ct)
    {
        var unchanged = post is not null && known == post.Version && post.Content == form.Content.Tidy();
        var outcome = unchanged ? new PlanOutcome.Done(post!) : await Save(visitor, post, form, known, ct);
        if (outcome is PlanOutcome.Done done)
            kept(done.Post);
        return outcome;
    }
}
