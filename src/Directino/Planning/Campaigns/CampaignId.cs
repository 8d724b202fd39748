using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning.Campaigns;

/// <summary>A campaign of a workspace.</summary>
public readonly record struct CampaignId : ITypedId<CampaignId>
{
    private CampaignId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static CampaignId Of(Guid value) => new(value);

    public static CampaignId New(TimeProvider clock) => TypedId.New<CampaignId>(clock);

    public static CampaignId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<CampaignId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CampaignId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
