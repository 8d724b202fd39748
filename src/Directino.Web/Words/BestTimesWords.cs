namespace Directino.Web.Words;

/// <summary>Names the texts of BestTimes for <c>IStringLocalizer</c>.</summary>
public sealed class BestTimesWords;
