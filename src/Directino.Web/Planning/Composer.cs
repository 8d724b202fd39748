using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Groups;
using Directino.Planning.Versions;
using Directino.Web.Access;

namespace Directino.Web.Planning;

/// <summary>
/// What somebody writes, for one account or several: opened, kept, brought back, and what others did to its post meanwhile. What the buttons do: <see cref="ComposerActs"/>.
/// Needs no renderer. One per page of a post.
/// </summary>
public sealed class Composer(PlanReader reader, PostGroups groups, WorkingCopies copies, PostPageTools tools, Autosave autosave)
{
    private Func<Visitor> _visitor = null!;
    private Func<Task> _reload = null!;
    private Action _told = null!;
    private WrittenText _begun = new PostForm().Written, _last = new PostForm().Written;
    private PostHand? _ground;
    private PostId? _opened;
    private WorkingCopyView? _left;
    private Start _start = new(null, null, null, "UTC");
    private string? _address;
    private bool _overtaken;

    public GroupForm Group { get; private set; } = new();

    public PostForm Form => Group.Lead;

    public Autosave Autosave => autosave;

    /// <summary>The post as it is saved; null while it is new.</summary>
    public Post? Post { get; private set; }

    /// <summary>The posts of other accounts that belong to it.</summary>
    public IReadOnlyList<PostView> Siblings { get; private set; } = [];

    /// <summary>The post that somebody deleted while it was written for.</summary>
    public PostId? Orphan { get; private set; }

    /// <summary>When what was brought back had been kept; null when nothing was.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    public IReadOnlyList<ConnectedAccount> Accounts { get; private set; } = [];

    /// <summary>The rule by which the last try could not be, and the account it is about, where it is about one of several.</summary>
    public (string Rule, string? Handle)? Conflict { get; internal set; }

    /// <summary>The post as it is saved, with what it shows.</summary>
    public PostView? Theirs { get; private set; }

    /// <summary>What somebody else changed meanwhile, and what was changed here; null where it is no longer known what both began from.</summary>
    public TwoHands? Hands => IsOvertaken && _ground is { } ground && Theirs is { Post: var post }
        ? new(ground, new PostHand(post.Content, post.Slot), new PostHand(Form.Content.Tidy(), Form.Moment?.Instant)) : null;

    /// <summary>Something is written that is not saved.</summary>
    public bool IsWriting => IsEditable && Group.Written != _begun;

    public bool IsGone { get; private set; }

    public bool IsReady { get; private set; }

    /// <summary>Something is being done with the post: what changes meanwhile is that.</summary>
    public bool IsBusy { get; internal set; }

    /// <summary>The post is being deleted: that it is gone is no news.</summary>
    public bool IsLeaving { get; internal set; }

    /// <summary>The version of the post that the words in the form were begun from.</summary>
    public int? Known { get; private set; }

    public bool MayEdit => Visitor.May(Permission.EditPosts);

    public bool IsEditable => MayEdit && (Post is null || Post.IsEditable);

    /// <summary>Somebody saved the post since the words in the form were begun.</summary>
    public bool IsOvertaken => IsEditable && Post is not null && (_overtaken || Conflict is { Rule: PostRules.ChangedMeanwhile, Handle: null });

    public Visitor Visitor => _visitor();

    /// <summary>Cancelled when the page is left.</summary>
    public CancellationToken Gone { get; private set; }

    /// <summary>The account of the plan that somebody came from.</summary>
    public string? From => _start.Account;

    /// <summary>The post that what is written belongs to, also when somebody deleted it.</summary>
    public PostId? Subject => Post?.Id ?? Orphan;

    /// <summary>What was kept before: where it can no longer be written on, that; else what stands in the forms.</summary>
    public WrittenText Words => _left?.Copy.Text ?? Group.Written;

    /// <summary>The state of the post that was begun from.</summary>
    public PostBase? Base { get; private set; }

    /// <param name="dispatch">Takes an act to the page's thread of events.</param>
    /// <param name="reload">Reads again and shows it.</param>
    public void Begin(Func<Visitor> visitor, Func<Func<Task>, Task> dispatch, Func<Task> reload, Action told, CancellationToken gone)
    {
        (_visitor, _reload, _told, Gone) = (visitor, reload, told, gone);
        autosave.Begin(dispatch, () => new Writing(Visitor, Subject, Group.Written == _begun ? null : Group.Written, Base), told);
    }

    /// <param name="id">As the address has it; null for a new post.</param>
    /// <param name="start">What a new post begins with.</param>
    public async Task Open(string? id, Start start)
    {
        Accounts = await reader.Accounts(Visitor.Workspace, Gone);
        _start = start;
        if (IsReady && id != _address)
            await Leave(id);
        _address = id;
        Form.FallbackZone = start.Zone;
        if (id is null)
            await OpenNew();
        else if (!PostId.TryParse(id, null, out var post))
            await Lose(null);
        else if (await reader.Find(Visitor.Workspace, post, Gone) is { } view)
            await Take(view);
        else
            await Lose(post);
    }

    public void Changed()
    {
        Group.Follow();
        _told();
        // A change that is none, e.g. one said again after the connection came back.
        if (Group.Written == _last)
            return;
        _last = Group.Written;
        autosave.Note();
    }

    /// <summary>The posts that belong together are written as one from now on.</summary>
    public void WriteTogether()
    {
        var isUntouched = Group.Written == _begun;
        foreach (var view in Siblings.Where(s => s.Post.IsEditable && s.Account is not null))
            Group.Add(view);
        (_begun, _last) = isUntouched ? (Group.Written, Group.Written) : (_begun, _last);
        Changed();
    }

    public Task WriteAlone()
    {
        Group.Part();
        _begun = Post is { } post && !Form.Differs(post) ? Group.Written : _begun;
        Changed();
        return autosave.Flush();
    }

    public async Task KeepMine()
    {
        if (Post is not { } post || await reader.Find(Visitor.Workspace, post.Id, Gone) is not { } view)
        {
            await _reload();
            return;
        }

        Know(view.Post);
        (_overtaken, Conflict, KeptAt) = (false, null, null);
        autosave.Note();
    }

    /// <summary>The post as it is, or an empty form.</summary>
    public async Task StartAgain()
    {
        (Group, Post, _opened, Conflict, KeptAt, _left, _overtaken, IsReady, Siblings) = (new GroupForm(), null, null, null, null, null, false, false, []);
        await _reload();
    }

    /// <summary>It is saved as it stands in the form.</summary>
    public void Kept(Post post)
    {
        Know(post);
        (_overtaken, KeptAt) = (false, null);
    }

    /// <summary>Something was done with it that is not about its words.</summary>
    public void Saw(Post post)
    {
        if (_overtaken)
            Post = post;
        else
            Know(post);
    }

    /// <summary>What was said is in good hands.</summary>
    public void Said(WrittenText text) => _begun = text;

    /// <summary>Whether it had no address before, which it has from now on.</summary>
    public bool Settle(Post post)
    {
        var isNew = _opened is null;
        _opened = post.Id;
        return isNew;
    }

    public Task Reload() => _address is null ? Task.CompletedTask : _reload();

    /// <summary>The words, where they can no longer be written on, as a form of their own.</summary>
    public PostForm Loose() => _left is { } left ? PostForm.Of(left, Of(left), _start.Zone) : Form;

    private void Know(Post post) => (Post, Known, Base, _ground) = (post, post.Version, PostBase.Of(post), new PostHand(post.Content, post.Slot));

    private async Task OpenNew()
    {
        if (!IsReady)
        {
            PostPageTools.Begin(Form, Accounts, _start);
            Group.Remember();
            await BringBack(null);
        }

        IsReady = true;
    }

    private async Task Take(PostView view)
    {
        var isFirst = _opened != view.Post.Id;
        // What somebody is writing is not overwritten; of a change that is not about the content, only the version is taken.
        if (isFirst || Post is not { } before || !Form.Differs(before) || (!_overtaken && !Form.Differs(view.Post)))
            Refresh(view);
        else if (before.Revision == view.Post.Revision && before.Slot == view.Post.Slot && !_overtaken)
            Know(view.Post);
        else
            _overtaken |= !IsBusy;
        (Theirs, Post, _opened, Orphan, IsReady, IsGone) = (view, view.Post, view.Post.Id, null, true, false);
        var (siblings, isUntouched) = (await groups.Others(view.Post, Gone), Group.Written == _begun);
        Group.Refresh(Siblings, siblings);
        (Siblings, _begun) = (siblings, isUntouched ? Group.Written : _begun);
        if (isFirst)
            await BringBack(view.Post.Id);
    }

    private void Refresh(PostView view)
    {
        var isUntouched = !Group.IsTogether || Group.Written == _begun;
        Form.Take(view);
        Group.Remember();
        Know(view.Post);
        _begun = isUntouched ? Group.Written : _begun;
    }

    /// <summary>The same page goes on to another post: what was written for the one before is kept first.</summary>
    private async Task Leave(string? id)
    {
        await autosave.Flush();
        (Orphan, Conflict, IsLeaving) = (null, null, false);
        if (id != _opened?.ToString())
            (Group, Siblings) = (new GroupForm(), []);
        if (id is null)
            (Post, Known, Base, _opened, IsReady) = (null, null, null, null, false);
    }

    /// <summary>Brings back what was written here before and not saved.</summary>
    private async Task BringBack(PostId? id)
    {
        (_begun, _last, KeptAt, _overtaken, _left) = (Group.Written, Group.Written, null, false, null);
        if (!MayEdit || await copies.Find(Visitor.Workspace, Visitor.Person, id, Gone) is not { } view || view.Copy.Text == _begun)
            return;
        KeptAt = view.Copy.KeptAt;
        if (!IsEditable)
        {
            _left = view;
            return;
        }

        Form.Take(view, Of(view));
        Group.Take(view.Copy.Others, Accounts, [.. view.Media.Where(m => m.RemovedAt == null)]);
        _last = Group.Written;
        if (Post is { } post && view.Copy.IsOvertaken(post))
            (_overtaken, Known, Base, _ground) = (true, view.Copy.BaseVersion ?? 0, view.Copy.Base, null);
    }

    /// <summary>The post is not there. What somebody was writing for it is, and can become a new one.</summary>
    private async Task Lose(PostId? id)
    {
        if (Orphan is not null || IsLeaving)
            return;
        var isWriting = Post is { } post && IsEditable && Form.Differs(post);
        if (id is { } gone && MayEdit && (isWriting || await copies.Find(Visitor.Workspace, Visitor.Person, gone, Gone) is not null))
        {
            (Post, Known, Orphan, _opened, Base, IsReady) = (null, null, gone, null, null, true);
            (_begun, KeptAt, _overtaken) = (new PostForm().Written, tools.Now, false);
            if (isWriting)
                autosave.Note();
            else
                await BringBack(gone);
            return;
        }

        IsGone = true;
        tools.NotFound();
    }

    private ConnectedAccount? Of(WorkingCopyView view) => Accounts.FirstOrDefault(a => a.Id == view.Copy.Content.Account);
}
