namespace Directino.Planning;

/// <summary>
/// The wall clock of a place and the instants behind it. Where the clock jumps forward the skipped hour is moved on by the jump; where it
/// goes back, the first of the two hours is meant. Pure, so that daylight saving can be tested.
/// </summary>
public static class LocalTime
{
    /// <summary>The instant at which the clock of <paramref name="zone"/> shows this.</summary>
    public static LocalMoment ToInstant(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            // The offset before the jump gives the same distance after it: 02:30 that does not exist becomes 03:30.
            var before = zone.GetUtcOffset(local.AddDays(-1));
            return new LocalMoment(new DateTimeOffset(local, before).ToUniversalTime(), LocalOddity.Skipped);
        }

        if (zone.IsAmbiguousTime(local))
            return new LocalMoment(new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Max()).ToUniversalTime(), LocalOddity.Twice);
        return new LocalMoment(new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime(), LocalOddity.None);
    }

    /// <summary>What the clock of <paramref name="zone"/> shows at an instant.</summary>
    public static DateTime Of(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The same time of day on another date.</summary>
    public static DateTimeOffset OnDate(DateTimeOffset instant, DateOnly date, TimeZoneInfo zone) =>
        ToInstant(date, TimeOnly.FromDateTime(Of(instant, zone)), zone).Instant;

    /// <summary>A zone by its IANA name; UTC when this machine does not know it.</summary>
    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <summary>An instant and what was odd about how it was named.</summary>
public readonly record struct LocalMoment(DateTimeOffset Instant, LocalOddity Oddity);

public enum LocalOddity
{
    None,

    /// <summary>The clock jumps over this time; the instant lies after the jump.</summary>
    Skipped,

    /// <summary>The clock shows this time twice; the first is meant.</summary>
    Twice,
}
