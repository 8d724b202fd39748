namespace Directino.Instagram.Insights;

/// <summary>Numbers Instagram gave. Missing stays missing: a metric that is not in <see cref="Values"/> is unknown, not 0.</summary>
/// <param name="Values">One entry per metric that came back.</param>
/// <param name="Unsupported">Metrics this host or this media does not serve; do not ask for them again.</param>
public sealed record InsightsAnswer(IReadOnlyList<MetricValue> Values, IReadOnlyList<string> Unsupported)
{
    /// <summary>A metric's number; null when it is missing.</summary>
    public decimal? this[string name] => Values.FirstOrDefault(value => value.Name == name)?.Value;
}

/// <summary>One metric.</summary>
/// <param name="Name">Meta's name, for example <c>reach</c>.</param>
/// <param name="Value">The number; null when it came without one.</param>
/// <param name="Breakdown">Its parts, when a breakdown was asked for.</param>
public sealed record MetricValue(string Name, decimal? Value, IReadOnlyList<MetricPart> Breakdown);

/// <summary>A part of a metric.</summary>
/// <param name="Dimensions">Dimension name and value, for example <c>media_product_type</c> and <c>REEL</c>.</param>
/// <param name="Value">The number; null when it came without one.</param>
public sealed record MetricPart(IReadOnlyDictionary<string, string> Dimensions, decimal? Value);

/// <summary>Numbers over time.</summary>
/// <param name="Points">In the order Meta gave them.</param>
/// <param name="Unsupported">Metrics without a series here.</param>
public sealed record InsightsSeries(IReadOnlyList<MetricPoint> Points, IReadOnlyList<string> Unsupported);

/// <summary>One day of one metric.</summary>
/// <param name="Name">Meta's name.</param>
/// <param name="EndTime">End of the day: midnight Pacific time, as UTC.</param>
/// <param name="Value">The number; null when it came without one.</param>
public sealed record MetricPoint(string Name, DateTimeOffset EndTime, decimal? Value);
