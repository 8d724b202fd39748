namespace Directino.Instagram;

/// <summary>How much of Meta's call budget is used, read from <c>X-App-Usage</c> and <c>X-Business-Use-Case-Usage</c> of one answer.</summary>
/// <param name="MaxPercent">The highest percentage of all buckets; at 100 calls may be refused.</param>
/// <param name="Regain">Time until access returns, when Meta throttles already; null otherwise.</param>
/// <param name="Buckets">Every bucket the answer named.</param>
public sealed record InstagramUsage(decimal MaxPercent, TimeSpan? Regain, IReadOnlyList<UsageBucket> Buckets);

/// <summary>One budget.</summary>
/// <param name="Name"><c>app</c>, or the use case: <c>instagram</c>, <c>messenger</c>, <c>pages</c>...</param>
/// <param name="OwnerId">The business or asset id the use case belongs to; null for <c>app</c>.</param>
/// <param name="CallCount">Percent of the allowed calls.</param>
/// <param name="TotalTime">Percent of the allowed time.</param>
/// <param name="TotalCpuTime">Percent of the allowed CPU time.</param>
/// <param name="Regain">Time until access returns; null when not throttled.</param>
public sealed record UsageBucket(string Name, string? OwnerId, decimal CallCount, decimal TotalTime, decimal TotalCpuTime, TimeSpan? Regain)
{
    /// <summary>The highest of the three percentages.</summary>
    public decimal Percent => Math.Max(CallCount, Math.Max(TotalTime, TotalCpuTime));
}
