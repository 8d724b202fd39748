namespace Directino.Web.Words;

/// <summary>Names the texts of Privacy for <c>IStringLocalizer</c>.</summary>
public sealed class PrivacyWords;
