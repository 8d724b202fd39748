using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Campaigns;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning.Campaigns;

/// <summary>What a test does with campaigns.</summary>
internal static class CampaignsInStudio
{
    public static async Task<Campaign> Campaign(this TestWorkspace shop, string name) =>
        (await shop.Studio.Get<CampaignBook>().Add(shop.Id, new CampaignText(name, null, LabelColor.Pine, null, null), CancellationToken.None)).ShouldBeOfType<CampaignOutcome.Done>().Campaign;

    public static async Task Put(this TestWorkspace shop, Campaign campaign, params Post[] posts)
    {
        foreach (var post in posts)
            (await shop.Studio.Get<Planner>().SetCampaign(shop.Id, post.Id, campaign.Id, null, CancellationToken.None)).ShouldBeOfType<PlanOutcome.Done>();
    }
}
