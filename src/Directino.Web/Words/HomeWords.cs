namespace Directino.Web.Words;

/// <summary>Names the texts of Home for <c>IStringLocalizer</c>.</summary>
public sealed class HomeWords;
