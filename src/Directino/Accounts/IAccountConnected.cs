using Directino.Persistence;

namespace Directino.Accounts;

/// <summary>What a feature does when an account was connected, or connected again: start its first sync, go on with what waited.</summary>
public interface IAccountConnected
{
    /// <summary>Changes <paramref name="db"/> without saving: saved together with the account.</summary>
    Task Connected(ConnectedAccount account, DirectinoContext db, CancellationToken ct);
}
