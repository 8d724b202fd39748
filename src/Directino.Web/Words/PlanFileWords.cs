namespace Directino.Web.Words;

/// <summary>Names the texts of PlanFile for <c>IStringLocalizer</c>.</summary>
public sealed class PlanFileWords;
