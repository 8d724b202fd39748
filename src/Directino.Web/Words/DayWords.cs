namespace Directino.Web.Words;

/// <summary>Names the texts of Day for <c>IStringLocalizer</c>.</summary>
public sealed class DayWords;
