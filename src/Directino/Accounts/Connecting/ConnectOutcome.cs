namespace Directino.Accounts.Connecting;

/// <summary>How the way through Instagram's login ended.</summary>
public abstract record ConnectOutcome
{
    private ConnectOutcome() { }

    /// <param name="Account">The account.</param>
    /// <param name="Again">It was here before: everything planned was kept and goes on.</param>
    /// <param name="Declined">Capabilities that were asked for and not granted: they stay off until the person connects again.</param>
    public sealed record Connected(AccountId Account, bool Again, IReadOnlyList<Capability> Declined) : ConnectOutcome;

    /// <summary>Facebook Login: several accounts can be connected; the person says which.</summary>
    public sealed record Choose(ConnectAttemptId Attempt) : ConnectOutcome;

    /// <summary>The person thought better of it. No fault.</summary>
    public sealed record Cancelled : ConnectOutcome;

    public sealed record Failed(ConnectProblem Problem) : ConnectOutcome;
}

/// <summary>Why an account could not be connected.</summary>
public enum ConnectProblem
{
    /// <summary>No attempt has this state: forged, or long gone.</summary>
    Unknown,

    Expired,
    Used,

    /// <summary>Begun in another browser or by somebody else.</summary>
    OtherBrowser,

    /// <summary>The person did not grant reading the profile, without which nothing works.</summary>
    BasicMissing,

    /// <summary>Facebook Login: no professional account is linked to any Page that was chosen.</summary>
    NoAccount,

    /// <summary>Instagram did not take the code, or answered with an error.</summary>
    Refused,

    /// <summary>Instagram did not answer, or was overloaded.</summary>
    Unavailable,
}
