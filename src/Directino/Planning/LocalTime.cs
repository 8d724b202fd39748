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
        // Somebody is typing a year: 0002, 0020, 0202. There are no zones then, and no day before the first.
        if (date.Year is < 1000 or > 9000)
            return At(date.ToDateTime(time, DateTimeKind.Unspecified), TimeSpan.Zero, LocalOddity.None);

        // Asked of the instants around it: the zone's own flags for such times miss zones whose winter time is the exception (Casablanca).
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        var before = zone.GetUtcOffset(new DateTimeOffset(local, TimeSpan.Zero).AddDays(-1));
        var after = zone.GetUtcOffset(new DateTimeOffset(local, TimeSpan.Zero).AddDays(1));
        return (Shows(local, before, zone), Shows(local, after, zone)) switch
        {
            // The offset before the jump gives the same distance after it: 02:30 that does not exist becomes 03:30.
            (false, false) => At(local, before, LocalOddity.Skipped),
            (true, true) when before != after => At(local, before > after ? before : after, LocalOddity.Twice),
            (true, _) => At(local, before, LocalOddity.None),
            _ => At(local, after, LocalOddity.None),
        };
    }

    /// <summary>What the clock of <paramref name="zone"/> shows at an instant.</summary>
    public static DateTime Of(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The same time of day on another date.</summary>
    public static DateTimeOffset OnDate(DateTimeOffset instant, DateOnly date, TimeZoneInfo zone) =>
        ToInstant(date, TimeOnly.FromDateTime(Of(instant, zone)), zone).Instant;

    /// <summary>A zone by its IANA name; UTC when this machine does not know it.</summary>
    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    private static bool Shows(DateTime local, TimeSpan offset, TimeZoneInfo zone) => zone.GetUtcOffset(new DateTimeOffset(local, offset)) == offset;

    private static LocalMoment At(DateTime local, TimeSpan offset, LocalOddity oddity) => new(new DateTimeOffset(local, offset).ToUniversalTime(), oddity);
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
