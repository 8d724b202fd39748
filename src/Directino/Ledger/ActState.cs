namespace Directino.Ledger;

/// <summary>Where an act stands. <see cref="Unknown"/> is a state of its own and resolves itself by looking at Instagram.</summary>
public enum ActState
{
    Intended,
    Sending,
    Done,
    Refused,
    Failed,
    Unknown,
}
