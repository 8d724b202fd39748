namespace Directino.Sandbox.Media;

/// <summary>Lifetime totals of one post. A value that is null does not exist yet, which is not the same as 0.</summary>
public sealed record MediaNumbers
{
    public long? Views { get; init; }
    public long? Reach { get; init; }
    public long? Saved { get; init; }
    public long? Shares { get; init; }
    public long? Reposts { get; init; }
    public long? Follows { get; init; }
    public long? ProfileVisits { get; init; }
}
