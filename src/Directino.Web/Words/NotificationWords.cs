namespace Directino.Web.Words;

/// <summary>Names the texts of Notification for <c>IStringLocalizer</c>.</summary>
public sealed class NotificationWords;
