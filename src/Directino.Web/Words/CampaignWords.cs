namespace Directino.Web.Words;

/// <summary>Names the texts of Campaign for <c>IStringLocalizer</c>.</summary>
public sealed class CampaignWords;
