namespace Directino.Web.Words;

/// <summary>Names the texts of Snippet for <c>IStringLocalizer</c>.</summary>
public sealed class SnippetWords;
