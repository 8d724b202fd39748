namespace Directino.Web.Words;

/// <summary>Names the texts of Planning for <c>IStringLocalizer</c>.</summary>
public sealed class PlanningWords;
