using Directino.Planning.Campaigns;

namespace Directino.Web.Planning;

/// <summary>The campaigns of the workspace, handed down to whatever shows posts.</summary>
public sealed record CampaignMap(IReadOnlyList<Campaign> All)
{
    public static readonly CampaignMap Empty = new([]);

    private readonly Dictionary<CampaignId, Campaign> _byId = All.ToDictionary(c => c.Id);

    /// <summary>Null, too, when it was taken away meanwhile.</summary>
    public Campaign? Find(CampaignId? id) => id is { } known ? _byId.GetValueOrDefault(known) : null;
}
