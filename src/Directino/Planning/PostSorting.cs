using Directino.Labels;
using Directino.Planning.Campaigns;

namespace Directino.Planning;

/// <summary>What a post is sorted under. It is not what the post says: it can be changed whatever state the post is in.</summary>
public sealed record PostSorting(IReadOnlyList<LabelId> Labels, CampaignId? Campaign)
{
    public static PostSorting None { get; } = new([], null);

    public static PostSorting Of(Post post) => new([.. post.Labels.Select(l => l.LabelId)], post.CampaignId);

    /// <summary>With a label that it has not, or without one that it has.</summary>
    public PostSorting Turned(LabelId label) => this with { Labels = Labels.Contains(label) ? [.. Labels.Where(l => l != label)] : [.. Labels, label] };

    /// <summary>As far as there are such labels and such a campaign.</summary>
    public PostSorting Among(IEnumerable<LabelId> labels, IEnumerable<CampaignId> campaigns) =>
        new([.. Labels.Intersect(labels)], Campaign is { } campaign && campaigns.Contains(campaign) ? campaign : null);

    public bool Equals(PostSorting? other) => other is not null && Labels.SequenceEqual(other.Labels) && Campaign == other.Campaign;

    public override int GetHashCode() => HashCode.Combine(Labels.Count, Campaign);
}
