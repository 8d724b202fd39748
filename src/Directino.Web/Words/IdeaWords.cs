namespace Directino.Web.Words;

/// <summary>Names the texts of Idea for <c>IStringLocalizer</c>.</summary>
public sealed class IdeaWords;
