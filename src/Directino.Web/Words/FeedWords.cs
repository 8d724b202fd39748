namespace Directino.Web.Words;

/// <summary>Names the texts of Feed for <c>IStringLocalizer</c>.</summary>
public sealed class FeedWords;
