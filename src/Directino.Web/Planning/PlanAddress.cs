using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Campaigns;
using Microsoft.AspNetCore.WebUtilities;

namespace Directino.Web.Planning;

/// <summary>What the plan shows, as its address says it. A pure value: every link of the page is another one of these.</summary>
public sealed record PlanAddress(CalendarSpan Span, DateOnly? Date, string? Account, string? Label, string? State, string? Author, string? Approval = null, bool HidesDays = false, string? Campaign = null)
{
    public PlanFilter Filter => new(
        AccountId.TryParse(Account, null, out var account) ? account : null,
        LabelId.TryParse(Label, null, out var label) ? label : null,
        Enum.TryParse<PostState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
        PersonId.TryParse(Author, null, out var author) ? author : null,
        Enum.TryParse<ApprovalState>(Approval, ignoreCase: true, out var approval) && Enum.IsDefined(approval) ? approval : null,
        CampaignId.TryParse(Campaign, null, out var campaign) ? campaign : null);

    /// <summary>Whether less than everything is shown, the account aside: that is chosen for the whole product.</summary>
    public bool IsNarrowed => Filter with { Account = null } != new PlanFilter();

    /// <summary>Where a post is begun that stands here: for its account, with its label, in its campaign.</summary>
    /// <param name="at">A day, or a day with its hour, as addresses say it.</param>
    public string NewPost(string at)
    {
        var (account, label, campaign) = (Filter.Account, Filter.Label, Filter.Campaign);
        return $"/plan/posts/new?date={at}{(account is null ? "" : $"&account={account}")}{(label is null ? "" : $"&label={label}")}{(campaign is null ? "" : $"&campaign={campaign}")}";
    }

    public override string ToString() => QueryHelpers.AddQueryString("/plan", new Dictionary<string, string?>
    {
        ["view"] = Span == CalendarSpan.Month ? null : Span.ToString().ToLowerInvariant(),
        ["date"] = Date is { } date ? CalendarView.Write(date) : null,
        ["account"] = Account, ["label"] = Label, ["state"] = State, ["author"] = Author, ["approval"] = Approval, ["campaign"] = Campaign,
        ["notes"] = HidesDays ? "off" : null,
    });
}
