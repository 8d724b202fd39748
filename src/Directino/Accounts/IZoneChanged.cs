using Directino.Persistence;

namespace Directino.Accounts;

/// <summary>What a feature does when the clock of an account became that of another zone.</summary>
public interface IZoneChanged
{
    /// <summary>Changes <paramref name="db"/> without saving: saved together with the account.</summary>
    Task Changed(ConnectedAccount account, DirectinoContext db, CancellationToken ct);
}
