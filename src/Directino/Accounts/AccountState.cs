namespace Directino.Accounts;

public enum AccountState
{
    Connected,

    /// <summary>Instagram no longer accepts the token: the person must log in again. Schedules are kept and paused.</summary>
    NeedsLogin,

    /// <summary>Disconnected by a member, or the person removed the app at Instagram. The token is gone.</summary>
    Disconnected,
}
