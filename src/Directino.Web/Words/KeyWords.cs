namespace Directino.Web.Words;

/// <summary>Names the texts of Key for <c>IStringLocalizer</c>.</summary>
public sealed class KeyWords;
