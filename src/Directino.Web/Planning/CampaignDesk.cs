using Directino.Planning;
using Directino.Planning.Campaigns;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>What is done with campaigns on pages, said in words. One per circuit.</summary>
public sealed class CampaignDesk(CampaignBook book, Planner planner, PlanningText text, Toasts toasts, IStringLocalizer<CampaignWords> words)
{
    /// <summary>The rule that forbids it; null when it was done.</summary>
    public async Task<string?> Keep(Visitor visitor, Campaign? campaign, CampaignText wanted, CancellationToken ct) =>
        (campaign is null ? await book.Add(visitor.Workspace, wanted, ct) : await book.Change(visitor.Workspace, campaign.Id, wanted, campaign.Version, ct)) is CampaignOutcome.Refused refused ? refused.Rule : null;

    public async Task Remove(Visitor visitor, Campaign campaign, CancellationToken ct)
    {
        if (await book.Remove(visitor.Workspace, campaign.Id, ct) is not { } removed)
            return;
        toasts.Say(words["Removed", campaign.Name], async () =>
        {
            if (await book.Restore(removed, CancellationToken.None) is CampaignOutcome.Refused refused)
                toasts.Say(text.Rule(refused.Rule));
        });
    }

    /// <summary>Makes a post part of a campaign, or of none.</summary>
    public async Task Put(Visitor visitor, Post post, CampaignId? campaign, CancellationToken ct)
    {
        // As with labels: what somebody else changes about the post meanwhile is not touched.
        if (await planner.SetCampaign(visitor.Workspace, post.Id, campaign, null, ct) is PlanOutcome.Conflict conflict)
            toasts.Say(text.Rule(conflict.Rule));
    }
}
