namespace Directino.Instagram.Publishing;

/// <summary>How far Instagram's look for somebody else's material has come.</summary>
public enum CopyrightState
{
    /// <summary>Not told, or a word this client does not know.</summary>
    Unknown,

    /// <summary>Not begun.</summary>
    NotStarted,

    /// <summary>Under way.</summary>
    InProgress,

    /// <summary>Done: see <see cref="CopyrightCheck.MatchesFound"/>.</summary>
    Completed,

    /// <summary>It failed.</summary>
    Error,
}

/// <summary>What the look for somebody else's material found (publishing.md section 5).</summary>
/// <param name="State">How far it has come.</param>
/// <param name="MatchesFound">True when something was found; null when not told.</param>
public sealed record CopyrightCheck(CopyrightState State, bool? MatchesFound)
{
    internal static CopyrightCheck Of(CopyrightWire? wire) => new(
        wire?.Status?.ToUpperInvariant() switch
        {
            "NOT_STARTED" => CopyrightState.NotStarted,
            "IN_PROGRESS" => CopyrightState.InProgress,
            "COMPLETED" => CopyrightState.Completed,
            "ERROR" => CopyrightState.Error,
            _ => CopyrightState.Unknown,
        },
        wire?.MatchesFound);
}

internal sealed record CopyrightWire
{
    public string? Status { get; init; }

    public bool? MatchesFound { get; init; }
}
