namespace Directino.Web.Words;

/// <summary>Names the texts of Series for <c>IStringLocalizer</c>.</summary>
public sealed class SeriesWords;
