using System.ComponentModel.DataAnnotations;

namespace Directino.Intake;

/// <summary>Section <c>Intake</c>.</summary>
public sealed class IntakeOptions
{
    /// <summary>The string entered at Meta beside the callback address. Default: none, the handshake is refused.</summary>
    [MaxLength(200)]
    public string? VerifyToken { get; set; }

    /// <summary>Largest webhook body accepted, in bytes. Default: 16 MiB; Meta sends up to 1,000 events in one.</summary>
    [Range(64 * 1024, 256 * 1024 * 1024)]
    public int LargestBody { get; set; } = 16 * 1024 * 1024;

    /// <summary>How many days raw events are kept. Default: 30.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 30;
}
