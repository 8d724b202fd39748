namespace Directino.Planning.Campaigns;

/// <summary>What became of something asked of the campaigns.</summary>
public abstract record CampaignOutcome
{
    private CampaignOutcome() { }

    public sealed record Done(Campaign Campaign) : CampaignOutcome;

    /// <summary>A rule of <see cref="CampaignRules"/>.</summary>
    public sealed record Refused(string Rule) : CampaignOutcome;
}

/// <summary>Names of the rules of campaigns. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class CampaignRules
{
    public const string NameMissing = "campaign-name-missing";
    public const string NameTooLong = "campaign-name-too-long";
    public const string NameTaken = "campaign-name-taken";
    public const string BriefTooLong = "campaign-brief-too-long";

    /// <summary>It has a first day or a last one, not both.</summary>
    public const string DayMissing = "campaign-day-missing";
    public const string EndsBeforeItBegins = "campaign-ends-before";
    public const string TooManyDays = "campaign-too-many-days";
    public const string TooMany = "too-many-campaigns";
    public const string Missing = "campaign-missing";
    public const string ChangedMeanwhile = "campaign-changed";
}
