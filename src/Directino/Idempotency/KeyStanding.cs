namespace Directino.Idempotency;

/// <summary>What a key means for a request that comes with it.</summary>
public abstract record KeyStanding
{
    private KeyStanding()
    {
    }

    /// <summary>It was used so long ago that it counts as new.</summary>
    internal sealed record Over : KeyStanding;

    /// <summary>It is new, and now this request's: do it.</summary>
    public sealed record Fresh : KeyStanding;

    /// <summary>Another request has it.</summary>
    public sealed record Taken : KeyStanding;

    /// <summary>The same request is being worked on.</summary>
    public sealed record Working : KeyStanding;

    /// <summary>The same request was begun and its program ended before there was an answer.</summary>
    public sealed record Unknown : KeyStanding;

    /// <summary>The same request was answered so.</summary>
    /// <param name="Body">Null when it is not kept: too large, or a secret.</param>
    public sealed record Answered(int Status, string? ContentType, string? Location, string? ETag, byte[]? Body) : KeyStanding;
}

/// <summary>Whose key it is. Keys of two callers never meet.</summary>
/// <param name="Caller">Through which API key; empty for none.</param>
public sealed record KeyOwner(Accounts.WorkspaceId Workspace, Accounts.PersonId Person, string Caller, string KeyHash);
