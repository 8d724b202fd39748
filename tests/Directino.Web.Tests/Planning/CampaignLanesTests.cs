using CsCheck;
using Directino.Accounts;
using Directino.Planning.Campaigns;
using Directino.Web.Planning;

namespace Directino.Web.Tests.Planning;

/// <summary>Campaigns are drawn as bands that do not jump.</summary>
public sealed class CampaignLanesTests
{
    private static readonly DateOnly Monday = new(2026, 12, 7);

    private static readonly IReadOnlyList<DateOnly> Days = [.. Enumerable.Range(0, 14).Select(Monday.AddDays)];

    [Fact]
    public void One_that_follows_another_takes_its_lane_and_one_beside_it_the_next()
    {
        var (market, sale, fair, always) = (Campaign("Market", 0, 3), Campaign("Sale", 4, 6), Campaign("Fair", 2, 8), Campaign("Always", null, null));
        var lanes = CampaignLanes.Of([fair, always, sale, market], Days);
        lanes[Monday].ShouldBe([market]);
        lanes[Monday.AddDays(3)].ShouldBe([market, fair]);
        lanes[Monday.AddDays(4)].ShouldBe([sale, fair]);
        lanes[Monday.AddDays(8)].ShouldBe([null, fair], "what stands in the second lane stays there");
        lanes[Monday.AddDays(9)].ShouldBeEmpty();
    }

    [Fact]
    public void Each_stands_in_one_lane_from_its_first_day_to_its_last_and_no_two_in_one_place() =>
        Gen.Select(Gen.Int[-5, 18], Gen.Int[0, 9]).List[0, 8].Sample(spans =>
        {
            var campaigns = spans.Select((s, i) => Campaign($"{i}", s.Item1, s.Item1 + s.Item2)).ToList();
            var lanes = CampaignLanes.Of(campaigns, Days);
            foreach (var campaign in campaigns)
            {
                var places = Days.Where(campaign.IsOn).Select(day => lanes[day].ToList().IndexOf(campaign)).Distinct().ToList();
                places.Count.ShouldBeLessThanOrEqualTo(1, "in one lane all the time, or in none");
            }

            Days.ShouldAllBe(day => lanes[day].Count() <= CampaignLanes.Most && lanes[day].OfType<Campaign>().All(c => c.IsOn(day)));
            var few = campaigns.Take(CampaignLanes.Most).ToList();
            Days.ShouldAllBe(day => CampaignLanes.Of(few, Days)[day].OfType<Campaign>().Count() == few.Count(c => c.IsOn(day)));
        });

    private static Campaign Campaign(string name, int? first, int? last) => new()
    {
        Id = CampaignId.Of(Guid.CreateVersion7()), WorkspaceId = WorkspaceId.Of(Guid.CreateVersion7()), Name = name, Key = name, Brief = "",
        First = first is { } f ? Monday.AddDays(f) : null, Last = last is { } l ? Monday.AddDays(l) : null,
    };
}
