using Directino.Media;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Groups;
using Directino.Web.Access;

namespace Directino.Web.Planning;

/// <summary>What the buttons of a composer do, and what came of it. One per page of a post.</summary>
public sealed class ComposerActs(PostDesk desk, GroupDesk together, PostPageTools tools)
{
    private Composer _composer = null!;
    private bool _saved;

    /// <summary>What the last try was refused for.</summary>
    public IReadOnlyList<AccountObjections> Refused { get; private set; } = [];

    /// <summary>Of the composer in the hand.</summary>
    public int Step { get; set; } = 1;

    /// <summary>Of the account that is looked at.</summary>
    public IReadOnlyList<Objection> Objections => Group.Shown.Objections(tools.Now);

    /// <summary>What is said beside the fields: what was written too long at once, what is missing only after somebody asked.</summary>
    public IReadOnlyList<Objection> Shown => [.. Objections.Where(o => o.Rule.StartsWith("too-many", StringComparison.Ordinal) || o.Rule.EndsWith("too-long", StringComparison.Ordinal)
        || (o.Rule == PostRules.SlotInThePast && _composer.Post?.State is not (PostState.Failed or PostState.Missed)) || Asked.Contains(o))];

    /// <summary>Why the last try was not even begun, as long as that holds.</summary>
    public string? Blocked => Asked.FirstOrDefault(o => Objections.Contains(o)) is { } first ? tools.Text.Objection(first, Group.Shown.Content) : null;

    /// <summary>What stood in the way when somebody asked.</summary>
    private IReadOnlyList<Objection> Asked { get; set; } = [];

    private GroupForm Group => _composer.Group;

    private Visitor Visitor => _composer.Visitor;

    public DateTimeOffset Now() => tools.Now;

    public void Begin(Composer composer) => _composer = composer;

    public Task Save() => Group.IsTogether ? Together(GroupAim.Keep) : Act(() => desk.Save(Visitor, _composer.Post, Group.Lead, _composer.Known, _composer.Gone), saidSaved: true, writes: true);

    public Task Schedule() => Group.IsTogether ? Together(GroupAim.Schedule, f => f.Objections(tools.Now)) : Try(Objections, desk.Schedule);

    /// <summary>At another time than the one it was refused for.</summary>
    public Task ScheduleAt(DateTimeOffset at)
    {
        Group.Lead.Propose(at);
        _composer.Changed();
        return Schedule();
    }

    /// <summary>Mends the post that is looked at; what it was before can be taken back.</summary>
    public void Mend(PostMend mend)
    {
        var form = Group.Shown;
        var (before, media) = (form.Content, form.Media);
        form.Take(mend.Content, form.Account, media);
        _composer.Changed();
        tools.Mended(() =>
        {
            // What was written since stays.
            form.Take(GroupCarry.Content(mend.Content, before, form.Content), form.Account, [.. form.Media, .. media]);
            _composer.Changed();
            return Task.CompletedTask;
        });
    }

    /// <summary>Cuts a picture whose shape Instagram does not take; the whole one can be taken back.</summary>
    public async Task Cut(Objection objection)
    {
        var (form, picture) = (Group.Shown, objection.Fault!.Item);
        async Task To(Crop? crop)
        {
            if (await desk.Cut(Visitor, picture, crop, CancellationToken.None) is not { } cut)
                return;
            form.Refresh(cut);
            _composer.Changed();
        }

        await To(PostMending.Crop(objection));
        tools.Mended(() => To(null));
    }

    public Task PublishNow() => Group.IsTogether ? Together(GroupAim.PublishNow, f => f.ObjectionsNow(tools.Now)) : Try(Group.Lead.ObjectionsNow(tools.Now), desk.PublishNow);

    public Task Ask() => Group.IsTogether ? Together(GroupAim.AskForApproval, f => BesideTime(f.Objections(tools.Now))) : Try(BesideTime(Objections), desk.Ask);

    public Task Approve(ApprovalView view) => Act(() => desk.Approve(Visitor, view, _composer.Gone));

    public async Task<bool> AskForChanges(ApprovalView view, string sentence)
    {
        await Act(() => desk.AskForChanges(Visitor, view, sentence, _composer.Gone));
        return _composer.Conflict is null;
    }

    public Task Withdraw() => Act(() => desk.Withdraw(Visitor, _composer.Post!, _composer.Gone));

    public Task FindOut() => desk.FindOut(Visitor, _composer.Post!, _composer.Gone);

    public async Task Delete()
    {
        // First kept, so that it comes back with the post when that is taken back.
        await _composer.Autosave.Flush();
        _composer.IsLeaving = true;
        await _composer.Autosave.Settle(async () => _composer.IsLeaving = await desk.Delete(Visitor, _composer.Post!, _composer.Gone) is PlanOutcome.Done);
        if (_composer.IsLeaving)
            tools.ToPlan(_composer.From);
    }

    /// <summary>The post as it is, or an empty form; for a while what was written can be taken back.</summary>
    public async Task PutAway(Func<Func<Task>, Task> dispatch)
    {
        var (subject, text, known, isOrphan) = (_composer.Subject, _composer.Words, _composer.Base, _composer.Orphan is not null);
        await _composer.Autosave.Settle(() => Task.FromResult(true));
        desk.PutAway(Visitor, subject, text, known, () => dispatch(_composer.StartAgain));
        if (isOrphan)
            tools.ToPlan(_composer.From);
        else
            await _composer.StartAgain();
    }

    public async Task TakeTheirs()
    {
        await _composer.Autosave.Flush();
        await _composer.StartAgain();
    }

    /// <summary>Of another account's post, which somebody else changed or deleted: mine over theirs, or theirs.</summary>
    public void SettleOther(bool mine)
    {
        if (Group.Others.FirstOrDefault(o => o.Form.Account?.Username == _composer.Conflict?.Handle) is { } other)
            Group.Settle(other, _composer.Siblings.FirstOrDefault(s => s.Post.Id == other.Post), mine);
        _composer.Conflict = null;
        _composer.Changed();
    }

    /// <summary>What both changed, where they changed different things.</summary>
    public async Task KeepBoth()
    {
        if (_composer is not { Hands: { CanMerge: true, Merged: var both }, Theirs: { } theirs, Form: var form })
            return;
        var account = _composer.Accounts.FirstOrDefault(a => a.Id == both.Content.Account) ?? form.Account;
        form.Take(both.Content, account, [.. form.Media, .. theirs.Media]);
        (form.Date, form.Time) = both.Slot is null ? (null, null) : (form.Date, form.Time);
        form.Propose(both.Slot);
        await _composer.KeepMine();
    }

    public Task AsDraft() => _composer.Autosave.Settle(async () =>
    {
        var outcome = await desk.AsDraft(Visitor, _composer.Loose(), _composer.Gone);
        _composer.Conflict = outcome is PlanOutcome.Conflict { Rule: var rule } ? (rule, null) : null;
        if (outcome is PlanOutcome.Done done)
            tools.Done(done.Post, null, true);
        return outcome is PlanOutcome.Done;
    });

    private async Task Try(IReadOnlyList<Objection> objections, Func<Visitor, Post?, PostForm, int?, Action<Post>, CancellationToken, Task<PlanOutcome>> verb)
    {
        Asked = objections;
        if (objections.Count > 0)
            Step = PostPageTools.StepOf(objections[0]);
        else
            await Act(() => verb(Visitor, _composer.Post, Group.Lead, _composer.Known, Kept, _composer.Gone), writes: true);
    }

    /// <param name="writes">The words go with it: then what was kept of them is over.</param>
    private async Task Act(Func<Task<PlanOutcome>> act, bool saidSaved = false, bool writes = false)
    {
        var said = Begin();
        PlanOutcome? outcome = null;
        async Task<bool> Do() => (outcome = await act()) is PlanOutcome.Done || _saved;
        if (writes)
            await _composer.Autosave.Settle(Do);
        else
            await Do();
        _composer.IsBusy = false;
        _composer.Conflict = outcome is PlanOutcome.Conflict { Rule: var rule } ? (rule, null) : null;
        Refused = outcome is PlanOutcome.Refused refused ? [new AccountObjections(null, Group.Lead.Content, refused.Objections)] : [];
        if (writes && (outcome is PlanOutcome.Done || _saved))
            _composer.Said(said);
        if (outcome is PlanOutcome.Done done)
        {
            if (writes)
                Kept(done.Post);
            else
                _composer.Saw(done.Post);
            await Settle(done.Post, saidSaved);
        }

        // What the others said is shown beside it.
        if (_composer.Conflict?.Rule == PostRules.ChangedMeanwhile)
            await _composer.Reload();
        // What was typed while it was saved.
        if (writes && Group.Written != said)
            _composer.Autosave.Note();
    }

    private static IReadOnlyList<Objection> BesideTime(IReadOnlyList<Objection> objections) => [.. objections.Where(o => o.Field != PostField.Slot)];

    /// <summary>The first account with something in the way is shown.</summary>
    private async Task Together(GroupAim aim, Func<PostForm, IReadOnlyList<Objection>> objections)
    {
        if (Group.All.FirstOrDefault(f => objections(f).Count > 0) is { } troubled)
        {
            Group.Show(troubled);
            Asked = objections(troubled);
            Step = PostPageTools.StepOf(Asked[0]);
            return;
        }

        Asked = [];
        await Together(aim);
    }

    private async Task Together(GroupAim aim)
    {
        var said = Begin();
        GroupOutcome? outcome = null;
        await _composer.Autosave.Settle(async () => (outcome = await together.Save(Visitor, _composer.Post, Group, _composer.Known, aim, _composer.Gone)) is GroupOutcome.Done);
        _composer.IsBusy = false;
        var forms = Group.All.ToList();
        _composer.Conflict = outcome is GroupOutcome.Conflict conflict ? (conflict.Rule, conflict.Place is > 0 and var place ? forms[place].Account?.Username : null) : null;
        Refused = outcome is GroupOutcome.Refused refused
            ? [.. refused.Members.Select(m => new AccountObjections(forms[m.Place].Account?.Username, m.Member.Content, m.Objections))] : [];
        if (outcome is not GroupOutcome.Done done)
        {
            // What the others said is shown beside it.
            await _composer.Reload();
            return;
        }

        // What was typed while it was saved.
        var isTyped = Group.Written != said;
        Kept(done.Posts[0]);
        foreach (var (other, post) in Group.Others.Zip(done.Posts.Skip(1)))
            other.Saved(post);
        // What is on its way is no longer written.
        if (aim == GroupAim.PublishNow && !isTyped)
            Group.Part();
        _composer.Said(isTyped ? said : Group.Written);
        await Settle(done.Posts[0], false);
        if (isTyped)
            _composer.Autosave.Note();
    }

    private WrittenText Begin()
    {
        (_composer.IsBusy, _saved) = (true, false);
        return Group.Written;
    }

    private void Kept(Post post)
    {
        _saved = true;
        _composer.Kept(post);
    }

    private async Task Settle(Post post, bool saidSaved)
    {
        tools.Done(post, _composer.Settle(post) ? null : post.Id.ToString(), saidSaved);
        await _composer.Reload();
    }
}

/// <summary>What one account's post was refused for.</summary>
/// <param name="Handle">Null where there is only one.</param>
public sealed record AccountObjections(string? Handle, PostContent Content, IReadOnlyList<Objection> Objections);
