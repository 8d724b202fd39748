namespace Directino.Web.Words;

/// <summary>Names the texts of Queue for <c>IStringLocalizer</c>.</summary>
public sealed class QueueWords;
