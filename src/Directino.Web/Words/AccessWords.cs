namespace Directino.Web.Words;

/// <summary>Names the texts of Access for <c>IStringLocalizer</c>.</summary>
public sealed class AccessWords;
