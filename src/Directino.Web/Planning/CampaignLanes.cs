using Directino.Planning.Campaigns;

namespace Directino.Web.Planning;

/// <summary>The campaigns of some days, each in a lane of its own, so that it looks like one band from its first day to its last. Pure.</summary>
public static class CampaignLanes
{
    /// <summary>How many can be told apart in a day.</summary>
    public const int Most = 3;

    /// <summary>Of each day its lanes from above; null where one is free and another below it is not.</summary>
    public static ILookup<DateOnly, Campaign?> Of(IEnumerable<Campaign> campaigns, IReadOnlyList<DateOnly> days)
    {
        var lanes = new List<List<Campaign>>();
        foreach (var campaign in campaigns.Where(c => c.First <= days[^1] && c.Last >= days[0]).OrderBy(c => c.First).ThenByDescending(c => c.Last).ThenBy(c => c.Key, StringComparer.Ordinal))
        {
            if (lanes.Find(l => l[^1].Last < campaign.First) is { } free)
                free.Add(campaign);
            else if (lanes.Count < Most)
                lanes.Add([campaign]);
        }

        return days.SelectMany(day => On(day, lanes), (day, campaign) => (day, campaign)).ToLookup(x => x.day, x => x.campaign);
    }

    private static IEnumerable<Campaign?> On(DateOnly day, List<List<Campaign>> lanes)
    {
        var all = lanes.ConvertAll(lane => lane.Find(c => c.IsOn(day)));
        return all.Take(all.FindLastIndex(c => c is not null) + 1);
    }
}
