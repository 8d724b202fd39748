namespace Directino.Accounts;

/// <summary>How signing up ended.</summary>
public abstract record RegistrationOutcome
{
    private RegistrationOutcome() { }

    public sealed record Registered(Person Person, WorkspaceId Workspace) : RegistrationOutcome;

    public sealed record Refused(IReadOnlyCollection<RegistrationFlaw> Flaws) : RegistrationOutcome;
}

/// <summary>What stands against signing up.</summary>
public enum RegistrationFlaw
{
    EmailInvalid,

    /// <summary>Somebody has an account with this address. Not to be said to strangers in so many words.</summary>
    EmailTaken,

    PasswordTooShort,
    PasswordTooSimple,
}
