namespace Directino.Web.Words;

/// <summary>Names the texts of Media for <c>IStringLocalizer</c>.</summary>
public sealed class MediaWords;
