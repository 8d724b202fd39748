namespace Directino.Instagram.Publishing;

/// <summary>How much of the rolling publishing limit is used (publishing.md section 7.1).</summary>
/// <param name="QuotaUsage">Posts published within the window; null when not told.</param>
/// <param name="QuotaTotal">How many are allowed; differs per account, never assume; null when not told.</param>
/// <param name="QuotaDuration">The window, normally 24 hours; null when not told.</param>
public sealed record PublishingLimit(int? QuotaUsage, int? QuotaTotal, TimeSpan? QuotaDuration)
{
    /// <summary>Posts still possible; null when unknown.</summary>
    public int? Left => QuotaTotal - QuotaUsage is { } left ? Math.Max(0, left) : null;
}

internal sealed record LimitWire
{
    public long? QuotaUsage { get; init; }

    public LimitConfigWire? Config { get; init; }
}

internal sealed record LimitConfigWire
{
    public long? QuotaTotal { get; init; }

    public long? QuotaDuration { get; init; }
}
