using System.Text.Json.Serialization;

namespace Directino.Sandbox.Faults;

/// <summary>A trouble that is to happen to calls. See the README for what each kind does.</summary>
public sealed record Fault
{
    /// <summary>Name of the call ("media_publish", "replies", "messages" ...) or <c>*</c>.</summary>
    public string Call { get; init; } = "*";

    /// <summary>HTTP method, where a name alone is not enough.</summary>
    public string? Method { get; init; }

    /// <summary>Only calls of this account (id or username).</summary>
    public string? Account { get; init; }
    public required FaultKind Kind { get; init; }

    /// <summary>Error code (kinds <c>error</c>, <c>error-after</c>).</summary>
    public int Code { get; init; } = 2;
    public int? Subcode { get; init; }

    /// <summary>HTTP status instead of the one that belongs to the code.</summary>
    public int? Status { get; init; }
    public string? Message { get; init; }

    /// <summary>How many calls it meets; 0 = until it is cleared.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How many matching calls pass before it begins.</summary>
    public int After { get; init; }

    /// <summary>Length of a delay, or of an outage that ends by itself.</summary>
    public double? Seconds { get; init; }
}

public enum FaultKind
{
    Error,
    ErrorAfter,
    RefuseBefore,
    AnswerLost,
    Delay,
    Outage,
    [JsonStringEnumMemberName("html-502")] Html502,
    PauseBefore,
    PauseAfter,
}
