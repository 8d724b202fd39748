namespace Directino.Web.Words;

/// <summary>Names the texts of Settings for <c>IStringLocalizer</c>.</summary>
public sealed class SettingsWords;
