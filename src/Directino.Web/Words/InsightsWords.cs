namespace Directino.Web.Words;

/// <summary>Names the texts of Insights for <c>IStringLocalizer</c>.</summary>
public sealed class InsightsWords;
