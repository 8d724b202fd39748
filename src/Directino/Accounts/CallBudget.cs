using System.Collections.Concurrent;
using Directino.Instagram;

namespace Directino.Accounts;

/// <summary>
/// What Instagram's usage headers said last about each account, and so how much may still be asked
/// (API reference, limits and errors 3.6: from 75 % background work slows, from 90 % only people and due posts go on,
/// at 100 % everything waits, and nothing is sent). Kept in memory: after a restart the first answer fills it again.
/// </summary>
public sealed class CallBudget(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Reading> _readings = new();

    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(5);

    public void Report(string instagramId, double percent, TimeSpan? regainAfter)
    {
        var now = clock.GetUtcNow();
        var isUsedUp = percent >= 100 || regainAfter > TimeSpan.Zero;
        _readings.AddOrUpdate(instagramId, _ => Reading(0), (_, before) => Reading(before.Refusals));

        Reading Reading(int before) => isUsedUp
            ? new Reading(percent, now, now + (regainAfter > TimeSpan.Zero ? regainAfter.Value : Unsaid) + Longer(before), before + 1)
            : new Reading(percent, now, null, 0);
    }

    /// <summary>A throttle code was answered: nothing more until the moment it returns. <paramref name="wait"/> is what the answer said, if it did.</summary>
    public DateTimeOffset Close(string instagramId, TimeSpan? wait)
    {
        var now = clock.GetUtcNow();
        // The answer's headers were reported before it was read, and a call that was held back was not sent.
        return _readings.AddOrUpdate(
            instagramId,
            _ => new Reading(100, now, now + (wait ?? Unsaid), 1),
            (_, before) => before.ClosedUntil > now ? before : new Reading(100, now, now + (wait ?? Unsaid) + Longer(before.Refusals), before.Refusals + 1)).ClosedUntil!.Value;
    }

    /// <summary>How long the account is to be left alone altogether; null when it may be asked.</summary>
    public TimeSpan? ClosedFor(string instagramId) =>
        _readings.TryGetValue(instagramId, out var reading) && reading.ClosedUntil - clock.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : null;

    /// <summary>A little longer each time: where an estimate leaves out the very call that was refused, asking on it would prolong the throttle for ever.</summary>
    private static TimeSpan Longer(int refusals) => TimeSpan.FromSeconds(refusals == 0 ? 0 : Math.Min(60, Math.Pow(2, refusals)));

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

    /// <param name="Refusals">How many answers in a row said that nothing is left.</param>
    private sealed record Reading(double Percent, DateTimeOffset At, DateTimeOffset? ClosedUntil, int Refusals);
}
