namespace Directino.Web.Words;

/// <summary>Names the texts of Inbox for <c>IStringLocalizer</c>.</summary>
public sealed class InboxWords;
