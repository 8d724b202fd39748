using System.Text.RegularExpressions;

namespace Directino.Instagram.Publishing;

/// <summary>Where a container stands (publishing.md section 5).</summary>
public enum ContainerCode
{
    /// <summary>A value this client does not know: read again later.</summary>
    Unknown,

    /// <summary>Still fetched or transcoded: poll once a minute.</summary>
    InProgress,

    /// <summary>Ready to publish.</summary>
    Finished,

    /// <summary>Already published: do not publish again, find the media.</summary>
    Published,

    /// <summary>Failed: see <see cref="ContainerStatus.Subcode"/>.</summary>
    Error,

    /// <summary>24 hours passed: make a new one.</summary>
    Expired,
}

/// <summary>Status of a container.</summary>
/// <param name="Code">Where it stands.</param>
/// <param name="Text">Meta's sentence about it.</param>
/// <param name="Subcode">The error subcode found in the sentence (<c>2207...</c>); null when none.</param>
public sealed partial record ContainerStatus(ContainerCode Code, string? Text, int? Subcode)
{
    internal static ContainerStatus Of(string? code, string? text)
    {
        var match = text is null ? null : SubcodeInText().Match(text);
        return new ContainerStatus(
            code?.ToUpperInvariant() switch
            {
                "IN_PROGRESS" => ContainerCode.InProgress,
                "FINISHED" => ContainerCode.Finished,
                "PUBLISHED" => ContainerCode.Published,
                "ERROR" => ContainerCode.Error,
                "EXPIRED" => ContainerCode.Expired,
                _ => ContainerCode.Unknown,
            },
            text,
            match is { Success: true } ? int.Parse(match.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    [GeneratedRegex("2207[0-9]{3}", RegexOptions.CultureInvariant)]
    private static partial Regex SubcodeInText();
}

internal sealed record ContainerWire
{
    public string? StatusCode { get; init; }

    public string? Status { get; init; }

    public CopyrightWire? CopyrightCheckStatus { get; init; }
}
