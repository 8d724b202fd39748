namespace Directino.Instagram.Insights;

internal sealed record InsightWire
{
    public string? Name { get; init; }

    public IReadOnlyList<PointWire>? Values { get; init; }

    public TotalWire? TotalValue { get; init; }

    public MetricValue? ToValue() => Name is null || (TotalValue is null && Values is not [_, ..]) ? null : new MetricValue(
        Name, TotalValue?.Value ?? (Values is [var first, ..] ? first.Value : null), [.. (TotalValue?.Breakdowns ?? []).SelectMany(Parts)]);

    public IEnumerable<MetricPoint> ToPoints() => Name is null ? [] :
        from point in Values ?? []
        where point.EndTime is not null
        select new MetricPoint(Name, point.EndTime!.Value, point.Value);

    // By name, never by position: Meta puts extra keys (timeframe) before the one asked for.
    private static IEnumerable<MetricPart> Parts(BreakdownWire breakdown) =>
        from row in breakdown.Results ?? []
        let dimensions = (breakdown.DimensionKeys ?? []).Zip(row.DimensionValues ?? [])
            .DistinctBy(pair => pair.First, StringComparer.Ordinal).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
        select new MetricPart(dimensions, row.Value);
}

internal sealed record PointWire
{
    public decimal? Value { get; init; }

    public DateTimeOffset? EndTime { get; init; }
}

internal sealed record TotalWire
{
    public decimal? Value { get; init; }

    public IReadOnlyList<BreakdownWire>? Breakdowns { get; init; }
}

internal sealed record BreakdownWire
{
    public IReadOnlyList<string>? DimensionKeys { get; init; }

    public IReadOnlyList<ResultWire>? Results { get; init; }
}

internal sealed record ResultWire
{
    public IReadOnlyList<string>? DimensionValues { get; init; }

    public decimal? Value { get; init; }
}
