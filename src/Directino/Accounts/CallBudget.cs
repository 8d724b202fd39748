using System.Collections.Concurrent;
using Directino.Instagram;

namespace Directino.Accounts;

/// <summary>
/// What Instagram's usage headers said last about each account, and so how much may still be asked
/// (API reference, limits and errors 3.6: from 75 % background work slows, from 90 % only people and due posts go on,
/// at 100 % everything waits). Kept in memory: after a restart the first answer fills it again.
/// </summary>
public sealed class CallBudget(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Reading> _readings = new();

    public void Report(string instagramId, double percent, TimeSpan? regainAfter)
    {
        var now = clock.GetUtcNow();
        var closedUntil = regainAfter is { } wait && wait > TimeSpan.Zero ? now + wait : percent >= 100 ? now + TimeSpan.FromMinutes(5) : (DateTimeOffset?)null;
        _readings[instagramId] = new Reading(percent, now, closedUntil);
    }

    /// <summary>A throttle code was answered: nothing more until then.</summary>
    public void Close(string instagramId, TimeSpan wait) =>
        _readings[instagramId] = new Reading(100, clock.GetUtcNow(), clock.GetUtcNow() + wait);

    /// <summary>When a call of this urgency may be made: now (null), or not before the given moment.</summary>
    public DateTimeOffset? NotBefore(string instagramId, Urgency urgency)
    {
        if (!_readings.TryGetValue(instagramId, out var reading))
            return null;
        var now = clock.GetUtcNow();
        if (reading.ClosedUntil is { } until && until > now)
            return until;
        if (now - reading.At > TimeSpan.FromMinutes(15))
            return null;
        return urgency switch
        {
            Urgency.Background when reading.Percent >= 75 => now + TimeSpan.FromMinutes(5),
            Urgency.Automatic when reading.Percent >= 90 => now + TimeSpan.FromMinutes(2),
            _ => null,
        };
    }

    /// <summary>The last known use of the account's budget in percent, for people to see; null when nothing was said yet.</summary>
    public double? Percent(string instagramId) =>
        _readings.TryGetValue(instagramId, out var reading) && clock.GetUtcNow() - reading.At < TimeSpan.FromHours(1) ? reading.Percent : null;

    private sealed record Reading(double Percent, DateTimeOffset At, DateTimeOffset? ClosedUntil);
}
