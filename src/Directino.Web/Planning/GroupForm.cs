using Directino.Accounts;
using Directino.Media;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Groups;

namespace Directino.Web.Planning;

/// <summary>
/// The forms of the accounts that one post is written for. What changes in the first changes in the others that said the same (<see cref="GroupCarry"/>);
/// what an account says of its own stays. Needs no renderer.
/// </summary>
public sealed class GroupForm
{
    private readonly List<OtherForm> _others = [];
    private WrittenText _said = new PostForm().Written;
    private DateTimeOffset? _saidAt;

    public GroupForm() => Shown = Lead;

    /// <summary>The first account's, which the others follow.</summary>
    public PostForm Lead { get; } = new();

    public IReadOnlyList<OtherForm> Others => _others;

    /// <summary>The one that is being looked at.</summary>
    public PostForm Shown { get; private set; }

    public IEnumerable<PostForm> All => [Lead, .. _others.Select(o => o.Form)];

    public bool IsTogether => _others.Count > 0;

    /// <summary>All that stands in the forms.</summary>
    public WrittenText Written => Lead.Written with { Others = [.. _others.Select(o => o.Written)] };

    public void Show(PostForm form) => Shown = All.Contains(form) ? form : Lead;

    /// <summary>The same for another account, too.</summary>
    public void Add(ConnectedAccount account)
    {
        if (All.Any(f => f.Account?.Id == account.Id))
            return;
        var other = new OtherForm(new PostForm { FallbackZone = Lead.FallbackZone });
        _others.Add(other);
        Repeat(other.Form, account);
        Remember();
    }

    /// <summary>A post that belongs to it already.</summary>
    public void Add(PostView view)
    {
        var other = new OtherForm(new PostForm { FallbackZone = Lead.FallbackZone });
        other.Take(view);
        _others.Add(other);
        Remember();
    }

    public void Remove(OtherForm other)
    {
        _others.Remove(other);
        Show(Shown);
    }

    /// <summary>An account's post was changed by somebody else: it says what stands here, or what they said. One that is gone is left out.</summary>
    public void Settle(OtherForm other, PostView? now, bool mine)
    {
        if (now is null)
            Remove(other);
        else if (mine)
            other.Saved(now.Post);
        else
            other.Take(now);
    }

    /// <summary>Only one post from now on: the first one.</summary>
    public void Part()
    {
        _others.Clear();
        Shown = Lead;
    }

    /// <summary>An account says again what the first one says.</summary>
    public void Repeat(OtherForm other) => Repeat(other.Form, other.Form.Account!);

    /// <summary>Whether an account says something of its own.</summary>
    public bool IsOwn(PostForm form) =>
        form != Lead && (form.Content with { Account = Lead.Account?.Id } != Lead.Content || form.Moment?.Instant != Lead.Moment?.Instant);

    /// <summary>After something was changed in the form that is shown.</summary>
    public void Follow()
    {
        _others.RemoveAll(o => o.Form.Account?.Id == Lead.Account?.Id);
        Show(Shown);
        if (Shown == Lead && (_said.Content != Lead.Content || (_said.Date, _said.Time) != (Lead.Date, Lead.Time)))
        {
            foreach (var other in _others)
                Carry(other.Form);
        }

        Remember();
    }

    /// <summary>What was kept of an earlier visit.</summary>
    public void Take(IReadOnlyList<WrittenOther> written, IReadOnlyList<ConnectedAccount> accounts, IReadOnlyList<MediaItem> media)
    {
        Part();
        foreach (var one in written)
        {
            if (accounts.FirstOrDefault(a => a.Id == one.Content.Account) is not { } account)
                continue;
            var other = new OtherForm(new PostForm { FallbackZone = Lead.FallbackZone }, one.Post, one.Version);
            other.Form.Take(one, account, media);
            _others.Add(other);
        }

        Remember();
    }

    /// <summary>Of posts that somebody else changed, those are taken over for which nothing else was written here; of the others one learns when they are saved.</summary>
    public void Refresh(IReadOnlyList<PostView> before, IReadOnlyList<PostView> now)
    {
        foreach (var other in _others)
        {
            if (before.FirstOrDefault(v => v.Post.Id == other.Post) is { } was && now.FirstOrDefault(v => v.Post.Id == other.Post) is { } view
                && view.Post.Version != other.Known && !other.Form.Differs(was.Post))
                other.Take(view);
        }
    }

    /// <summary>From here on changes are carried over.</summary>
    public void Remember() => (_said, _saidAt) = (Lead.Written, Lead.Moment?.Instant);

    private void Carry(PostForm form)
    {
        var content = GroupCarry.Content(_said.Content, Lead.Content, form.Content);
        var (date, time) = (form.Date, form.Time);
        var follows = form.Moment?.Instant == _saidAt && (_saidAt is not null || (date, time) == (_said.Date, _said.Time));
        form.Take(new WrittenOther(content, follows ? Lead.Date : date, follows ? Lead.Time : time), form.Account!, [.. Lead.Media, .. form.Media]);
        if (follows)
            form.Propose(Lead.Moment?.Instant);
    }

    private void Repeat(PostForm form, ConnectedAccount account)
    {
        form.Take(new WrittenOther(Lead.Content.For(account.Id), Lead.Date, Lead.Time), account, Lead.Media);
        form.Propose(Lead.Moment?.Instant);
    }
}

/// <summary>The form of another account.</summary>
/// <param name="post">The post that it is already; null for a new one.</param>
/// <param name="known">The version of that post which was read.</param>
public sealed class OtherForm(PostForm form, PostId? post = null, int? known = null)
{
    public PostForm Form { get; } = form;

    public PostId? Post { get; private set; } = post;

    public int? Known { get; private set; } = known;

    public PostState? State { get; private set; }

    /// <summary>How its approval stood when it was read.</summary>
    public ApprovalState Approval { get; private set; }

    public WrittenOther Written => new(Form.Content, Form.Date, Form.Time, Post, Known);

    public GroupMember Member => new(Form.Content, Form.Moment?.Instant, Form.IsInSlot, Post, Known);

    public void Take(PostView view)
    {
        Form.Take(view);
        Saved(view.Post);
    }

    public void Saved(Post post) => (Post, Known, State, Approval) = (post.Id, post.Version, post.State, post.Approval);
}
