using System.Runtime.CompilerServices;

namespace Directino.Persistence;

/// <summary>
/// Ids of UUID version 7 that sort as they were made, those of one millisecond, too: the twelve bits after the time count
/// (RFC 9562, section 6.2, method 1). Of two processes, only the milliseconds are compared.
/// </summary>
internal sealed class IdOrder
{
    private const int CounterBits = 12;
    private static readonly TimeSpan MostAhead = TimeSpan.FromSeconds(1);
    private static readonly ConditionalWeakTable<TimeProvider, IdOrder> Orders = [];
    private readonly Lock _lock = new();
    private long _last;

    public static Guid Next(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
        var place = Orders.GetOrCreateValue(clock).After(now.ToUnixTimeMilliseconds());
        var milliseconds = place >> CounterBits;
        for (var i = 5; i >= 0; i--, milliseconds >>= 8)
            bytes[i] = (byte)milliseconds;
        bytes[6] = (byte)(0x70 | ((place >> 8) & 0x0F));
        bytes[7] = (byte)place;
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Milliseconds and count as one number: a full count goes on in the next millisecond. A clock that was set back begins anew.</summary>
    private long After(long milliseconds)
    {
        lock (_lock)
        {
            var first = milliseconds << CounterBits;
            var isAhead = _last - first > (long)MostAhead.TotalMilliseconds << CounterBits;
            return _last = isAhead ? first : Math.Max(_last + 1, first);
        }
    }
}
