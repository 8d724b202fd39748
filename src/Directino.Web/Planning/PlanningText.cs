using Directino.Accounts;
using Directino.Media;
using Directino.Media.Reach;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Neighbours;
using Directino.Planning.Quotas;
using Directino.Web.Controls;
using Directino.Web.Layout;
using Directino.Web.Ledger;
using Directino.Web.Media;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Says how a post stands, and what stands in its way.</summary>
public sealed class PlanningText(IStringLocalizer<PlanningWords> words, LedgerText ledger, MediaText media, Times times)
{
    public static StateKind Badge(PostState state, bool isDeleted = false) => isDeleted ? StateKind.Off : state switch
    {
        PostState.Draft => StateKind.Draft,
        PostState.Scheduled => StateKind.Scheduled,
        PostState.Publishing => StateKind.Publishing,
        PostState.Published => StateKind.Published,
        PostState.Failed => StateKind.Failed,
        PostState.Unknown => StateKind.Unknown,
        PostState.Missed => StateKind.Expired,
        PostState.Notified => StateKind.ByHand,
    };

    /// <summary>How an approval stands; nothing where nobody was asked.</summary>
    public static StateKind? Badge(ApprovalState state) => state switch
    {
        ApprovalState.NotAsked => null,
        ApprovalState.Waiting => StateKind.InReview,
        ApprovalState.ChangesAsked => StateKind.ChangesAsked,
        ApprovalState.Approved => StateKind.Approved,
    };

    /// <summary>The word where the usual one of the badge does not fit.</summary>
    public string? Word(PostState state, bool isDeleted = false) => isDeleted ? words["StateDeleted"].Value : state == PostState.Missed ? words["StateMissed"].Value : null;

    /// <summary>The class that colours a card by its state.</summary>
    public static string Mark(PostState state, bool isDeleted = false) => isDeleted ? "mark-draft" : state switch
    {
        PostState.Draft => "mark-draft",
        PostState.Scheduled => "mark-scheduled",
        PostState.Publishing => "mark-publishing",
        PostState.Published => "mark-published",
        PostState.Failed => "mark-failed",
        PostState.Unknown or PostState.Missed => "mark-unknown",
        PostState.Notified => "mark-review",
    };

    /// <summary>The icon of a kind of post.</summary>
    public static string Icon(PostKind kind) => kind switch
    {
        PostKind.Post => "layout-grid",
        PostKind.Reel => "film",
        PostKind.Story => "circle-dashed",
    };

    /// <summary>Minutes and seconds.</summary>
    public static string Length(TimeSpan length) => length.ToString(length.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>Several rules as one text; null when there is none.</summary>
    public string? Objections(IEnumerable<Objection> objections, PostContent content)
    {
        var text = string.Join(' ', objections.Select(o => Objection(o, content)).Distinct());
        return text.Length == 0 ? null : text;
    }

    public string Rule(string rule) => words[$"Rule.{rule}"] is { ResourceNotFound: false } found ? found.Value : ledger.Reason(rule);

    /// <summary>Whether the login of an account lasts until a post.</summary>
    public string Token(TokenOutlook token, ConnectedAccount account) => words[$"Token.{token.Standing}", account.Username, times.Day(token.EndsAt, account.TimeZone)];

    /// <summary>What keeps Instagram from a file, and what to do.</summary>
    public string Reach(ReachFault fault) => words[$"Rule.{fault.Rule}"];

    /// <summary>A rule with the numbers of this post in it.</summary>
    public string Objection(Objection objection, PostContent content)
    {
        if (objection.Fault is { } fault)
            return media.Rule(fault.Item, fault.Use, fault.Rule);
        if (objection.Full is { } full)
            return Full(full);
        var count = CaptionLimits.Count(content.Caption);
        return objection.Rule switch
        {
            PostRules.CaptionTooLong => words["CaptionTooLong", Numbers.Say(count.Characters - CaptionLimits.MostCharacters)],
            PostRules.TooManyHashtags => words["TooManyHashtags", Numbers.Say(count.Hashtags), Numbers.Say(CaptionLimits.MostHashtags)],
            PostRules.TooManyMentions => words["TooManyMentions", Numbers.Say(count.Mentions), Numbers.Say(CaptionLimits.MostMentions)],
            _ => Rule(objection.Rule),
        };
    }

    /// <summary>What mending does, as its button says.</summary>
    public string Mend(PostMend mend) => mend.Most is { } most ? words[$"Mend.{mend.Kind}", Numbers.Say(most)] : words[$"Mend.{mend.Kind}"];

    public string Mend(Crop crop) => words[$"Mend.{crop}"];

    /// <summary>What is good to know, with the moment of the other post.</summary>
    public string Warning(PostWarning warning, string zone)
    {
        var at = times.Say(warning.Other.At, zone);
        return warning.Rule switch
        {
            NeighbourRules.SameMinute => words["Warning.same-minute"],
            NeighbourRules.NearSlot => words[warning.Apart < TimeSpan.Zero ? "Warning.near-slot.before" : "Warning.near-slot.after", Numbers.Say((int)warning.Apart!.Value.Duration().TotalMinutes)],
            _ => words[$"Warning.{warning.Rule}.{(warning.Other.State == PostState.Published ? "out" : "ahead")}", at],
        };
    }

    /// <summary>What a day takes of its account's quota.</summary>
    public string Quota(DayQuota day) => words[
        day.IsFull ? "QuotaOfDayFull" : "QuotaOfDay", $"@{day.Username}", Numbers.Say(day.Planned), Numbers.Say(day.Quota.Total), Numbers.Say(day.Fullest), Hours(day.Quota)];

    public string Title(string caption) => caption.Length == 0 ? words["NoCaption"] : caption.Split('\n', 2)[0];

    private string Full(QuotaFull full) =>
        words["QuotaFull", Numbers.Say(full.Quota.Total), Hours(full.Quota)] + " "
        + (full.Next is { } next ? words["QuotaNext", times.Say(next, full.TimeZone)] : words["QuotaNever"]);

    private static string Hours(PostQuota quota) => Numbers.Say((int)Math.Round(quota.Window.TotalHours));
}
