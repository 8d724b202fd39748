using System.Threading.RateLimiting;
using Directino.Accounts;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Directino.Web.Access;

/// <summary>Slows down whoever guesses keys: an address with too many wrong ones is not looked up any more, except for keys that opened lately.</summary>
public sealed class KeyTries(IOptions<AccessOptions> access, IMemoryCache cache) : IDisposable
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> _wrong = PartitionedRateLimiter.Create<string, string>(
        address => PerMinute.For(address, access.Value.TriesPerMinute));

    /// <summary>Whether a key may be looked up now.</summary>
    public bool MayTry(HttpContext http, string secret)
    {
        if (cache.TryGetValue(Known(secret), out _))
            return true;
        using var lease = _wrong.AttemptAcquire(Address(http), permitCount: 0);
        return lease.IsAcquired;
    }

    public void Opened(string secret) => cache.Set(Known(secret), true, Lately);

    public void Wrong(HttpContext http) => _wrong.AttemptAcquire(Address(http)).Dispose();

    public void Dispose() => _wrong.Dispose();

    private static (string, string) Known(string secret) => ("key", Secret.Hash(secret));

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
