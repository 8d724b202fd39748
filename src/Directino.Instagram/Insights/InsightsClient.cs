using System.Text.Json.Serialization.Metadata;
using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Insights;

/// <summary>
/// Numbers (insights.md). Up to 48 hours late; unique metrics (<c>reach</c>, <c>accounts_engaged</c>, demographics) must never be added up over days.
/// Metrics Meta refuses are left out of a second try and reported as unsupported.
/// </summary>
public sealed class InsightsClient
{
    /// <summary>Longest range of one account call.</summary>
    public static readonly TimeSpan LongestRange = TimeSpan.FromDays(30);

    private readonly GraphTransport _graph;

    internal InsightsClient(GraphTransport graph) => _graph = graph;

    /// <summary>Totals of the account over a range (<c>period=day</c>, <c>metric_type=total_value</c>).</summary>
    /// <param name="access">The account.</param>
    /// <param name="metrics">Names of insights.md section 2.2.</param>
    /// <param name="since">Start, inclusive.</param>
    /// <param name="until">End, inclusive, at most <see cref="LongestRange"/> later.</param>
    /// <param name="breakdown">For example <c>media_product_type</c>; must suit every metric.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<InsightsAnswer> Account(
        InstagramAccess access, IReadOnlyCollection<string> metrics, DateTimeOffset since, DateTimeOffset until, string? breakdown = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return Values(access, $"{Uri.EscapeDataString(access.AccountId)}/insights", metrics,
            () => Range(Query.Of("period", "day").And("metric_type", "total_value").And("breakdown", breakdown), since, until), cancellation);
    }

    /// <summary>Daily series of the account; only <c>reach</c> and <c>follower_count</c> (new followers a day, last 30 days) have one.</summary>
    /// <inheritdoc cref="Account"/>
    public async Task<InsightsSeries> AccountSeries(
        InstagramAccess access, IReadOnlyCollection<string> metrics, DateTimeOffset since, DateTimeOffset until,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        var (rows, unsupported) = await Read(access, $"{Uri.EscapeDataString(access.AccountId)}/insights", metrics,
            () => Range(Query.Of("period", "day").And("metric_type", "time_series"), since, until), InstagramJson.Default.ListedInsightWire, cancellation);
        return new InsightsSeries([.. rows.SelectMany(row => row.ToPoints())], unsupported);
    }

    /// <summary>Who follows or engages: top 45 rows, only from 100 people on (insights.md section 2.2).</summary>
    /// <param name="access">The account.</param>
    /// <param name="metric"><c>follower_demographics</c> or <c>engaged_audience_demographics</c>.</param>
    /// <param name="breakdown"><c>age</c>, <c>city</c>, <c>country</c>, <c>gender</c>, or two of them with a comma.</param>
    /// <param name="timeframe"><c>this_week</c> or <c>this_month</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<InsightsAnswer> Demographics(
        InstagramAccess access, string metric, string breakdown, string timeframe = "this_month", CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return Values(access, $"{Uri.EscapeDataString(access.AccountId)}/insights", [metric],
            () => Query.Of("period", "lifetime").And("metric_type", "total_value").And("timeframe", timeframe).And("breakdown", breakdown),
            cancellation);
    }

    /// <summary>
    /// How many followers were on line, by hour of the day (<c>online_followers</c>, <c>period=lifetime</c>): from 100 followers on, the last 30 days.
    /// Neither its shape nor the clock of its hours is in the reference (insights.md section 2.2): what cannot be read is left out.
    /// </summary>
    /// <param name="access">The account.</param>
    /// <param name="since">Start, inclusive.</param>
    /// <param name="until">End, inclusive, at most <see cref="LongestRange"/> later.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<OnlineAnswer> OnlineFollowers(InstagramAccess access, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        var (rows, unsupported) = await Read(access, $"{Uri.EscapeDataString(access.AccountId)}/insights", [OnlineWire.Metric],
            () => Range(Query.Of("period", "lifetime"), since, until), InstagramJson.Default.ListedOnlineWire, cancellation);
        return new OnlineAnswer([.. rows.SelectMany(row => row.ToDays())], unsupported.Count > 0);
    }

    /// <summary>Lifetime totals of one media (insights.md section 3). A story's are readable for 24 hours only.</summary>
    /// <param name="access">The account.</param>
    /// <param name="mediaId">The media; children of an album have none.</param>
    /// <param name="metrics">Names that suit the media's product type.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="ObjectGoneException">The media is gone.</exception>
    public Task<InsightsAnswer> Media(
        InstagramAccess access, string mediaId, IReadOnlyCollection<string> metrics, CancellationToken cancellation = default) =>
        Values(access, $"{Uri.EscapeDataString(mediaId)}/insights", metrics, () => new Query(), cancellation);

    private async Task<InsightsAnswer> Values(
        InstagramAccess access, string path, IReadOnlyCollection<string> metrics, Func<Query> query, CancellationToken cancellation)
    {
        var (rows, unsupported) = await Read(access, path, metrics, query, InstagramJson.Default.ListedInsightWire, cancellation);
        return new InsightsAnswer([.. rows.Select(row => row.ToValue()).OfType<MetricValue>()], unsupported);
    }

    private async Task<(IReadOnlyList<T> Rows, IReadOnlyList<string> Unsupported)> Read<T>(
        InstagramAccess access, string path, IReadOnlyCollection<string> metrics, Func<Query> query, JsonTypeInfo<Listed<T>> shape, CancellationToken cancellation)
    {
        List<string> asked = [.. metrics];
        List<string> unsupported = [];
        while (asked.Count > 0)
        {
            try
            {
                var answer = await _graph.Get(
                    access, path, query().And("metric", string.Join(',', asked)), shape, cancellation);
                return (answer.Items, unsupported);
            }
            catch (PermissionMissingException few) when (
                few.Code == 10 && few.Fault.Message?.Contains("Not enough viewers", StringComparison.OrdinalIgnoreCase) == true)
            {
                // A story seen by fewer than five: the numbers exist but are not told.
                return ([], unsupported);
            }
            catch (InvalidRequestException refused) when (
                unsupported.Count == 0 && UnsupportedMetrics.NamedBy(refused, asked) is { Count: > 0 } named)
            {
                unsupported.AddRange(named);
                asked.RemoveAll(named.Contains);
            }
        }

        return ([], unsupported);
    }

    private static Query Range(Query query, DateTimeOffset since, DateTimeOffset until)
    {
        if (until < since || until - since > LongestRange)
        {
            throw new InvalidRequestException($"A range of insights is at most {LongestRange.TotalDays} days and ends after its start. Nothing was asked.");
        }

        return query.And("since", $"{since.ToUnixTimeSeconds()}").And("until", $"{until.ToUnixTimeSeconds()}");
    }
}
