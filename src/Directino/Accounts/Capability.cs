namespace Directino.Accounts;

/// <summary>What a user can allow Directino to do with one account, each with its own switch.</summary>
public enum Capability
{
    Publish,
    Comments,
    Messages,
    Insights,

    /// <summary>Delete what is out, when a member says so; only with Facebook's login (<see cref="Scopes.Offers"/>).</summary>
    Delete,

    /// <summary>Mark products of the account's shop on what is published; only with Facebook's login (<see cref="Scopes.Offers"/>).</summary>
    TagProducts,
}
