namespace Directino.Web.Words;

/// <summary>Names the texts of Evergreen for <c>IStringLocalizer</c>.</summary>
public sealed class EvergreenWords;
