namespace Directino.Web.Words;

/// <summary>Names the texts of Automation for <c>IStringLocalizer</c>.</summary>
public sealed class AutomationWords;
