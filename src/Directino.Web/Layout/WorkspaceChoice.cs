namespace Directino.Web.Layout;

/// <summary>A workspace as the person's menu shows it.</summary>
public sealed record WorkspaceChoice(string Id, string Name, bool IsHere);
