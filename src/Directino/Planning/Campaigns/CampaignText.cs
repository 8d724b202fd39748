using Directino.Labels;
namespace Directino.Planning.Campaigns;

/// <summary>A campaign as somebody wants it.</summary>
public sealed record CampaignText(string? Name, string? Brief, LabelColor Color, DateOnly? First, DateOnly? Last)
{
    internal string TidyName => (Name ?? "").Trim();

    internal string TidyBrief => (Brief ?? "").Trim();

    /// <summary>The rule that it breaks by itself.</summary>
    public string? Flaw =>
        TidyName.Length == 0 ? CampaignRules.NameMissing
        : TidyName.Length > Campaign.LongestName ? CampaignRules.NameTooLong
        : TidyBrief.Length > Campaign.LongestBrief ? CampaignRules.BriefTooLong
        : (First, Last) switch
        {
            (null, null) => null,
            (null, _) or (_, null) => CampaignRules.DayMissing,
            ({ } first, { } last) => last < first ? CampaignRules.EndsBeforeItBegins : last.DayNumber - first.DayNumber >= Campaign.MostDays ? CampaignRules.TooManyDays : null,
        };
}
