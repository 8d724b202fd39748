namespace Directino.Persistence;

/// <summary>Marks the few tables that belong to no workspace, with the reason. Everything else is an <see cref="IWorkspaceRow"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PlatformRowAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
