namespace Directino.Web.Words;

/// <summary>Names the texts of Version for <c>IStringLocalizer</c>.</summary>
public sealed class VersionWords;
