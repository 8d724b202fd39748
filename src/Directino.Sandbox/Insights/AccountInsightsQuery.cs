using System.Globalization;
using Directino.Sandbox.Graph;

namespace Directino.Sandbox.Insights;

/// <summary>The question, checked in the order in which the real server complains: names, form, period, range, breakdown. One fault fails the whole request.</summary>
internal sealed record AccountInsightsQuery(IReadOnlyList<AccountMetric> Metrics, bool Series, string Period, DateTimeOffset Since, DateTimeOffset Until, IReadOnlyList<string> Breakdowns, string? Timeframe)
{
    private const long LongestRange = 2_592_000;
    private static readonly string[] Periods = ["day", "week", "days_28", "month", "lifetime", "total_over_range"];
    private static readonly string[] KnownBreakdowns = ["country", "city", "age", "gender", "follow_type", "media_product_type", "contact_button_type"];
    private static readonly string[] Timeframes = ["this_week", "this_month"];

    public static AccountInsightsQuery Read(GraphCall call, DateTimeOffset now)
    {
        var metrics = Names(call);
        var series = Form(call, metrics);
        var period = Span(call, metrics);
        var timeframe = call.Text("timeframe");
        var (since, until) = Range(call, now);
        return new(metrics, series, period, since, until, Splits(call, metrics, series, timeframe), timeframe);
    }

    private static List<AccountMetric> Names(GraphCall call)
    {
        var names = call.List("metric");
        if (names.Count == 0) throw GraphErrors.Missing(call.Host, "metric");
        return [.. names.Select((name, i) => AccountMetric.All.FirstOrDefault(m => m.Name == name)
            ?? throw Fault($"(#100) metric[{i}] must be one of the following values: {string.Join(", ", AccountMetric.All.Select(m => m.Name))}"))];
    }

    private static bool Form(GraphCall call, List<AccountMetric> metrics)
    {
        var type = call.Text("metric_type");
        if (type is not (null or "time_series" or "total_value")) throw Fault("(#100) metric_type must be one of the following values: time_series, total_value");
        var wanting = metrics.Where(m => type == "total_value" ? !m.Total : !m.Series).Select(m => m.Name).ToList();
        return wanting.Count == 0
            ? type != "total_value"
            : throw Fault($"(#100) The following metrics ({string.Join(", ", wanting)}) should be specified with parameter metric_type={(type == "total_value" ? "time_series" : "total_value")}");
    }

    private static string Span(GraphCall call, List<AccountMetric> metrics)
    {
        var period = call.Text("period") ?? throw GraphErrors.Missing(call.Host, "period");
        if (!Periods.Contains(period)) throw Fault($"(#100) period must be one of the following values: {string.Join(", ", Periods)}");
        return metrics.FirstOrDefault(m => !m.Periods.Contains(period)) is { } wrong
            ? throw Fault($"(#100) The following periods ({period}) are incompatible with the metric ({wrong.Name})")
            : period;
    }

    private static (DateTimeOffset Since, DateTimeOffset Until) Range(GraphCall call, DateTimeOffset now)
    {
        var until = Time(call, "until") ?? now;
        var since = Time(call, "since") ?? until.AddHours(-24);
        if (since > until) throw Fault("(#100) since must be before until");
        if ((until - since).TotalSeconds > LongestRange) throw Fault("(#100) There cannot be more than 30 days (2592000 s) between since and until");
        return (since, until);
    }

    private static DateTimeOffset? Time(GraphCall call, string name) => call.Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) ? DateTimeOffset.FromUnixTimeSeconds(unix)
        : throw Fault($"(#100) Param {name} must be a Unix timestamp");

    private static IReadOnlyList<string> Splits(GraphCall call, List<AccountMetric> metrics, bool series, string? timeframe)
    {
        var asked = call.List("breakdown");
        for (var i = 0; i < asked.Count; i++)
        {
            if (!KnownBreakdowns.Contains(asked[i])) throw Fault($"(#100) breakdown[{i}] must be one of the following values: {string.Join(", ", KnownBreakdowns)}");
        }
        if (series) return [];
        foreach (var metric in metrics)
        {
            if (asked.Any(b => !metric.Breakdowns.Contains(b))) throw Fault($"(#100) Incompatible breakdowns ({string.Join(", ", asked)}) for metric ({metric.Name})");
            if (metric.Demographic && asked.Count == 0) throw Fault($"(#100) The metric ({metric.Name}) needs a breakdown");
            if (metric.NeedsTimeframe && timeframe is null) throw GraphErrors.Missing(call.Host, "timeframe");
            if (metric.Demographic && timeframe is not null && !Timeframes.Contains(timeframe)) throw Fault($"(#100) timeframe must be one of the following values: {string.Join(", ", Timeframes)}");
        }
        return asked;
    }

    private static GraphException Fault(string message) => new(ErrorTable.Of(100) with { Message = message });
}
