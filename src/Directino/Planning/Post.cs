using Directino.Accounts;
using Directino.Ledger;
using Directino.Media;
using Directino.Persistence;
using Directino.Privacy;

namespace Directino.Planning;

/// <summary>
/// A post with its rules: draft → scheduled → publishing → published | failed | unknown, or missed when its moment passed unnoticed.
/// Verbs return the rule that forbids them, or null.
/// </summary>
public sealed class Post : IWorkspaceRow
{
    public required PostId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public AccountId? AccountId { get; private set; }

    /// <summary>The one picture.</summary>
    public MediaItemId? PictureId { get; private set; }

    [Personal(PersonalCategory.AccountContent, "To publish what its author wrote, and to show it.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public string Caption { get; private set; } = "";

    [Personal(PersonalCategory.AccountContent, "To describe the picture to people who cannot see it.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public string? AltText { get; private set; }

    public PostState State { get; private set; } = PostState.Draft;

    /// <summary>When it is to be published, or was meant to be.</summary>
    public DateTimeOffset? Slot { get; private set; }

    /// <summary>Where it stands in time: its slot, and once it is out the moment it came out. Null for a draft without a slot.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Counts changes of content and slot: what was prepared for an older revision is not published.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Counts every change, so that of two people who edit it the second learns of the first.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The rule or error that failed it, or that it waits for.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Reason { get; private set; }

    /// <summary>Code, subcode and trace id of Instagram's answer, for support.</summary>
    [NotPersonal("Error codes.")]
    public string? ReasonDetail { get; private set; }

    [Personal(PersonalCategory.AccountContent, "To know the post at Instagram.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public string? InstagramId { get; private set; }

    [Personal(PersonalCategory.AccountContent, "To open the post at Instagram.", Retention.WhileWorkspaceExists, Eraser.WithAccount)]
    public string? Permalink { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required PersonId CreatedBy { get; init; }

    /// <summary>Who decided that it goes out; the ledger names them when it was at once.</summary>
    public PersonId? ScheduledBy { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public bool IsEditable => State is PostState.Draft or PostState.Scheduled or PostState.Failed or PostState.Missed;

    public PostContent Content => new(AccountId, PictureId, Caption, AltText);

    /// <summary>Whether it is meant to come out, and has not.</summary>
    public bool IsOnItsWay => State is PostState.Scheduled or PostState.Publishing;

    /// <summary>Takes what the author wrote. A scheduled post stays scheduled; whether it still may is for <see cref="Objections"/>.</summary>
    public Refusal? Write(PostContent content, DateTimeOffset now)
    {
        if (!IsEditable)
            return new Refusal(PostRules.UnderWay);
        AccountId = content.Account;
        PictureId = content.Picture;
        Caption = CaptionLimits.Tidy(content.Caption);
        AltText = MediaItem.TidyAltText(content.AltText);
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

    /// <summary>Gives it a slot, or another one. <paramref name="objections"/> are those of its present content and that slot.</summary>
    public Refusal? Schedule(DateTimeOffset slot, PersonId by, IReadOnlyList<Objection> objections, DateTimeOffset now)
    {
        if (!IsEditable)
            return new Refusal(PostRules.UnderWay);
        if (objections is [var first, ..])
            return new Refusal(first.Rule);
        State = PostState.Scheduled;
        Slot = At = slot;
        ScheduledBy = by;
        Wait(null, null);
        Revise(now);
        return null;
    }

    /// <summary>Back to draft, from its way or after it failed. It keeps its time as a proposal.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (State is not (PostState.Scheduled or PostState.Publishing or PostState.Failed or PostState.Missed))
            return new Refusal(PostRules.NotScheduled);
        State = PostState.Draft;
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
        InstagramId = instagramId;
        Permalink = permalink ?? Permalink;
        PublishedAt = At = at;
        Wait(null, null);
        Touch(now);
    }

    public void Link(string permalink, DateTimeOffset now)
    {
        Permalink = permalink;
        Touch(now);
    }

    /// <summary>It is certainly not out.</summary>
    public void Fail(string reason, string? detail, DateTimeOffset now)
    {
        State = PostState.Failed;
        Wait(reason, detail);
        Touch(now);
    }

    /// <summary>Too late to publish it without asking.</summary>
    public void Miss(string? reason, DateTimeOffset now)
    {
        State = PostState.Missed;
        Wait(reason, null);
        Touch(now);
    }

    /// <summary>Its picture was changed: what was prepared with the old one is stale.</summary>
    public void PictureChanged(DateTimeOffset now) => Revise(now);

    /// <summary>Everything Instagram, the account or the clock would object to. Empty when it may be scheduled.</summary>
    /// <param name="content">What the author wrote.</param>
    /// <param name="account">The account it goes to; null when none is chosen.</param>
    /// <param name="picture">Its picture; null when it has none.</param>
    /// <param name="slot">When it is to go out; null when no time is chosen.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<Objection> Objections(
        PostContent content, ConnectedAccount? account, MediaItem? picture, DateTimeOffset? slot, DateTimeOffset now)
    {
        List<Objection> found = [];
        if (account is null)
            found.Add(new(PostField.Account, PostRules.AccountMissing));
        else if (Gate.Standing(account, Capability.Publish) is { } refusal)
            found.Add(new(PostField.Account, refusal.Rule));
        if (picture is null)
            found.Add(new(PostField.Picture, PostRules.PictureMissing));
        else if (picture.Shape != ShapeVerdict.Fits)
            found.Add(new(PostField.Picture, PostRules.PictureShape));
        var count = CaptionLimits.Count(content.Caption);
        if (count.Characters > CaptionLimits.MostCharacters)
            found.Add(new(PostField.Caption, PostRules.CaptionTooLong));
        if (count.Hashtags > CaptionLimits.MostHashtags)
            found.Add(new(PostField.Caption, PostRules.TooManyHashtags));
        if (count.Mentions > CaptionLimits.MostMentions)
            found.Add(new(PostField.Caption, PostRules.TooManyMentions));
        if (content.AltText?.Trim().Length > MediaItem.LongestAltText)
            found.Add(new(PostField.AltText, PostRules.AltTextTooLong));
        if (slot is null)
            found.Add(new(PostField.Slot, PostRules.SlotMissing));
        else if (slot < now)
            found.Add(new(PostField.Slot, PostRules.SlotInThePast));
        return found;
    }

    private void Wait(string? reason, string? detail) => (Reason, ReasonDetail) = (reason, detail);

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
