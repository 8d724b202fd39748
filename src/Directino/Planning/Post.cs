using Directino.Accounts;
using Directino.Labels;
using Directino.Ledger;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning.Approvals;
using Directino.Planning.Campaigns;
using Directino.Planning.Groups;
using Directino.Planning.Versions;
using Directino.Privacy;

namespace Directino.Planning;

/// <summary>
/// A post with its rules: draft → scheduled → publishing → published | failed | unknown, or missed when its moment passed unnoticed.
/// One that is posted by hand: draft → scheduled → notified → published | missed.
/// Verbs return the rule that forbids them, or null. Longer than other files, since whatever changes a state stands here.
/// </summary>
public sealed class Post : IWorkspaceRow
{
    private readonly List<PostItem> _items = [];
    private readonly List<PostLabel> _labels = [];

    public required PostId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public AccountId? AccountId { get; private set; }

    public PostKind Kind { get; private set; }

    /// <summary>Its pictures and videos, in order.</summary>
    public IReadOnlyList<PostItem> Items => _items;

    /// <summary>What the workspace sorts it by. Not content: it may change whatever state it is in.</summary>
    public IReadOnlyList<PostLabel> Labels => _labels;

    /// <summary>The campaign it is part of. Not content: it may change whatever state it is in.</summary>
    public CampaignId? CampaignId { get; private set; }

    [Personal(PersonalCategory.AccountContent, "To publish what its author wrote, and to show it.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public string Caption { get; private set; } = "";

    /// <summary>What else its author says about it.</summary>
    [Personal(PersonalCategory.AccountContent, "To publish it as its author wants it.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public PostChoices Options { get; private set; } = PostChoices.None;

    /// <summary>The picture of <see cref="PostChoices.Cover"/>, so that the library knows that it is needed.</summary>
    public MediaItemId? CoverId { get; private set; }

    /// <summary><see cref="PostChoices.ByHand"/>, so that lists and counts tell it apart.</summary>
    public bool IsByHand { get; private set; }

    public PostState State { get; private set; } = PostState.Draft;

    /// <summary>When it is to be published, or was meant to be.</summary>
    public DateTimeOffset? Slot { get; private set; }

    /// <summary>The slot of its account's timetable that it was put into, as long as it is scheduled there; null when its time was chosen by hand.</summary>
    public DateTimeOffset? HeldSlot { get; private set; }

    /// <summary>Where it stands in time: its slot, and once it is out the moment it came out. Null for a draft without a slot.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Counts changes of content and slot: what was prepared for an older revision is not published.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Counts changes of what followers would see. An approval holds for the edition it was given for, whenever that goes out.</summary>
    public int Edition { get; private set; } = 1;

    /// <summary>Where it stands on its way to approval, for lists. Whether it may go out is told anew from what was said (<see cref="ApprovalDemand"/>).</summary>
    public ApprovalState Approval { get; private set; }

    /// <summary>Counts every change, so that of two people who edit it the second learns of the first.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The rule or error that failed it, or that it waits for.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Reason { get; private set; }

    /// <summary>Code, subcode and trace id of Instagram's answer, for support.</summary>
    [NotPersonal("Error codes.")]
    public string? ReasonDetail { get; private set; }

    /// <summary>Position of the item that the reason is about; null when it is about the post.</summary>
    public int? ReasonItem { get; private set; }

    [Personal(PersonalCategory.AccountContent, "To know the post at Instagram.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public string? InstagramId { get; private set; }

    [Personal(PersonalCategory.AccountContent, "To open the post at Instagram.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public string? Permalink { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it was seen to be deleted at Instagram, after it had been out there.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The row of a file or the day of a series that it came from, so that the same does not come in twice; null when somebody wrote it here.</summary>
    [NotPersonal("A hash.")]
    public string? ImportKey { get; init; }

    /// <summary>The posts of other accounts that were written with it as one; null when it was written alone.</summary>
    public PostGroupId? GroupId { get; internal set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required PersonId CreatedBy { get; init; }

    /// <summary>Who decided that it goes out; the ledger names them when it was at once.</summary>
    public PersonId? ScheduledBy { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>What a post that was deleted said before: taken back, it brings that with it.</summary>
    public IReadOnlyList<PostVersion> Past { get; internal set; } = [];

    public bool IsEditable => State is PostState.Draft or PostState.Scheduled or PostState.Failed or PostState.Missed;

    /// <summary>Whether it may be given another time.</summary>
    public bool IsMovable => IsEditable || State == PostState.Notified;

    /// <summary>Who is told when it is to be posted by hand: its author, and who scheduled it.</summary>
    public IReadOnlyCollection<PersonId> Hands => ScheduledBy is { } other && other != CreatedBy ? [CreatedBy, other] : [CreatedBy];

    /// <summary>Whether somebody may say that they posted it by hand.</summary>
    public bool AwaitsHand => IsByHand && State is PostState.Notified or PostState.Missed;

    public PostContent Content => new()
    {
        Account = AccountId, Kind = Kind, Items = [.. _items.OrderBy(i => i.Position).Select(i => i.Content)], Caption = Caption, Options = Options,
    };

    /// <summary>Whether it is meant to come out, and has not.</summary>
    public bool IsOnItsWay => State is PostState.Scheduled or PostState.Publishing;

    /// <summary>Takes what the author wrote. A scheduled post stays scheduled; whether it still may is for <see cref="Objections"/>.</summary>
    public Refusal? Write(PostContent content, DateTimeOffset now)
    {
        if (!IsEditable)
            return new Refusal(PostRules.UnderWay);
        var tidy = content.Tidy();
        if (Content != tidy)
            Edition++;
        // The timetable of another account has slots of its own.
        if (AccountId != tidy.Account)
            HeldSlot = null;
        AccountId = tidy.Account;
        Kind = tidy.Kind;
        Caption = tidy.Caption!;
        Options = tidy.Options;
        CoverId = tidy.Options.Cover;
        IsByHand = tidy.Options.ByHand;
        PostItem.Arrange(_items, tidy.Items);
        Revise(now);
        return null;
    }

    /// <summary>Notes when a draft might go out: a place in the calendar, not a promise.</summary>
    public Refusal? Propose(DateTimeOffset? at, DateTimeOffset now)
    {
        if (State != PostState.Draft)
            return new Refusal(PostRules.UnderWay);
        Slot = At = at;
        Touch(now);
        return null;
    }

    /// <summary>These labels and no others.</summary>
    public void SetLabels(IReadOnlyCollection<LabelId> labels, DateTimeOffset now)
    {
        if (PostLabel.Exchange(_labels, labels))
            Touch(now);
    }

    /// <summary>Makes it part of a campaign, or of none.</summary>
    public void Join(CampaignId? campaign, DateTimeOffset now)
    {
        if (CampaignId == campaign)
            return;
        CampaignId = campaign;
        Touch(now);
    }

    /// <summary>Gives it a slot, or another one. <paramref name="objections"/> are those of its present content and that slot.</summary>
    /// <param name="holds">Whether the slot was chosen from the timetable, so that no other post is put there the same way.</param>
    public Refusal? Schedule(DateTimeOffset slot, PersonId by, IReadOnlyList<Objection> objections, DateTimeOffset now, bool holds = false)
    {
        if (!IsMovable)
            return new Refusal(PostRules.UnderWay);
        if (objections is [var first, ..])
            return new Refusal(first.Rule);
        State = PostState.Scheduled;
        Slot = At = slot;
        HeldSlot = holds ? slot : null;
        ScheduledBy = by;
        Wait(null, null);
        Revise(now);
        return null;
    }

    /// <summary>Back to draft, from its way or after it failed. It keeps its time as a proposal.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (State is not (PostState.Scheduled or PostState.Publishing or PostState.Failed or PostState.Missed or PostState.Notified))
            return new Refusal(PostRules.NotScheduled);
        State = PostState.Draft;
        HeldSlot = null;
        Wait(null, null);
        Revise(now);
        return null;
    }

    /// <summary>Its moment has come.</summary>
    public void Begin(DateTimeOffset now)
    {
        if (State != PostState.Scheduled)
            return;
        State = PostState.Publishing;
        Touch(now);
    }

    /// <summary>Its moment has come, and it is for its author to post it.</summary>
    public void Notify(DateTimeOffset now)
    {
        if (State != PostState.Scheduled)
            return;
        State = PostState.Notified;
        HeldSlot = null;
        Wait(null, null);
        Touch(now);
    }

    /// <summary>Somebody posted it in Instagram's own app. Which media it is there is not known, at most its address.</summary>
    /// <param name="permalink">As <see cref="ByHand.HandLink"/> reads it; null when nobody gave it.</param>
    public Refusal? PostByHand(string? permalink, DateTimeOffset now)
    {
        if (!AwaitsHand)
            return new Refusal(ByHand.HandRules.NotAwaited);
        State = PostState.Published;
        Permalink = permalink;
        PublishedAt = At = now;
        Wait(null, null);
        Touch(now);
        return null;
    }

    /// <summary>What was posted by hand was seen at Instagram.</summary>
    public void Recognise(string instagramId, DateTimeOffset now)
    {
        InstagramId = instagramId;
        Touch(now);
    }

    /// <summary>It waits for something that passes, or no longer does (null).</summary>
    public void WaitFor(string? reason, string? detail, DateTimeOffset now)
    {
        if (!IsOnItsWay || (Reason == reason && ReasonDetail == detail))
            return;
        Wait(reason, detail);
        Touch(now);
    }

    /// <summary>It may be out or not; nothing is done with it until that is known.</summary>
    public void LoseSight(string? reason, string? detail, DateTimeOffset now)
    {
        State = PostState.Unknown;
        Wait(reason, detail);
        Touch(now);
    }

    /// <summary>It was not out after all, and is on its way again.</summary>
    public void GoOn(DateTimeOffset now)
    {
        if (State != PostState.Unknown)
            return;
        State = PostState.Publishing;
        Wait(null, null);
        Touch(now);
    }

    /// <summary>It is out. True whatever state it was in: Instagram has the last word.</summary>
    public void Publish(string instagramId, string? permalink, DateTimeOffset at, DateTimeOffset now)
    {
        State = PostState.Published;
        HeldSlot = null;
        InstagramId = instagramId;
        Permalink = permalink ?? Permalink;
        PublishedAt = At = at;
        Wait(null, null);
        Touch(now);
    }

    /// <summary>It was out, and is not any more.</summary>
    public void TakeDown(DateTimeOffset now)
    {
        DeletedAt = now;
        Touch(now);
    }

    public void Link(string permalink, DateTimeOffset now)
    {
        Permalink = permalink;
        Touch(now);
    }

    /// <summary>It is certainly not out.</summary>
    /// <param name="item">Position of the item that is to blame, if it is one.</param>
    public void Fail(string reason, string? detail, DateTimeOffset now, int? item = null)
    {
        State = PostState.Failed;
        HeldSlot = null;
        Wait(reason, detail, item);
        Touch(now);
    }

    /// <summary>Too late to publish it without asking.</summary>
    public void Miss(string? reason, DateTimeOffset now)
    {
        State = PostState.Missed;
        HeldSlot = null;
        Wait(reason, null);
        Touch(now);
    }

    /// <summary>Its picture was changed: what was prepared with the old one is stale.</summary>
    public void PictureChanged(DateTimeOffset now)
    {
        Edition++;
        Revise(now);
    }

    /// <summary>Where it stands on its way to approval.</summary>
    /// <param name="approval">Told from what was said about it.</param>
    /// <param name="now">The present.</param>
    /// <param name="isLost">It might have gone out and no longer may: what was prepared is stale.</param>
    public void Stand(ApprovalState approval, DateTimeOffset now, bool isLost = false)
    {
        Approval = approval;
        if (isLost && IsOnItsWay)
            Revision++;
        Touch(now);
    }

    private void Wait(string? reason, string? detail, int? item = null) => (Reason, ReasonDetail, ReasonItem) = (reason, detail, item);

    private void Revise(DateTimeOffset now)
    {
        Revision++;
        Touch(now);
    }

    private void Touch(DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
    }
}
