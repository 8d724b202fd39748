using System.Threading.RateLimiting;

namespace Directino.Web.Access;

/// <summary>So many within any minute: the one way in which requests are counted here.</summary>
internal static class PerMinute
{
    public static RateLimitPartition<string> For(string whom, int most) => RateLimitPartition.GetSlidingWindowLimiter(
        whom, _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
