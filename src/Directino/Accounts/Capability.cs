namespace Directino.Accounts;

/// <summary>What a user can allow Directino to do with one account, each with its own switch.</summary>
public enum Capability
{
    Publish,
    Comments,
    Messages,
    Insights,
}
