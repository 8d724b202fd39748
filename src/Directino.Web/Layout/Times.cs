using System.Globalization;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Layout;

/// <summary>Says instants as people say them, in the reader's zone and language.</summary>
public sealed class Times(TimeProvider clock, IStringLocalizer<FrameWords> words)
{
    /// <summary>"today 18:00", "tomorrow 09:30", "Mon 3 Nov 18:00"; the year when it is another one.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">IANA zone in which it is said.</param>
    /// <param name="readersZone">The reader's own zone: the name of <paramref name="zone"/> is added when their clocks differ then.</param>
    public string Say(DateTimeOffset instant, string zone, string? readersZone = null)
    {
        var place = Zone(zone);
        var local = TimeZoneInfo.ConvertTime(instant, place);
        var time = local.ToString("HH:mm", Culture);
        var said = $"{Day(local, place)} {time}";
        if (readersZone is not null && Zone(readersZone).GetUtcOffset(instant) != place.GetUtcOffset(instant))
        {
            said += $" ({City(zone)})";
        }

        return Numbers.Digits(said);
    }

    /// <summary>"today", "yesterday", "Mon 3 Nov".</summary>
    public string Day(DateTimeOffset instant, string zone)
    {
        var place = Zone(zone);
        return Numbers.Digits(Day(TimeZoneInfo.ConvertTime(instant, place), place));
    }

    /// <summary>"18:00".</summary>
    public string Time(DateTimeOffset instant, string zone) =>
        Numbers.Digits(TimeZoneInfo.ConvertTime(instant, Zone(zone)).ToString("HH:mm", Culture));

    /// <summary>Nothing left to guess: "Monday 3 November 2025, 18:00:05, Berlin (UTC+01:00)".</summary>
    public string Exact(DateTimeOffset instant, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone(zone));
        var sign = local.Offset < TimeSpan.Zero ? "-" : "+";
        var offset = local.Offset == TimeSpan.Zero ? "" : sign + local.Offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        var date = local.ToString("dddd d MMMM yyyy", Culture);
        return Numbers.Digits(words["ExactTime", date, local.ToString("HH:mm:ss", Culture), City(zone), $"UTC{offset}"]);
    }

    /// <summary>How long ago, or how long until: "just now", "4 min ago", "in 3 h", "2 d ago".</summary>
    public string Age(DateTimeOffset instant)
    {
        var passed = clock.GetUtcNow() - instant;
        var (key, count) = passed.Duration() switch
        {
            { TotalSeconds: < 45 } => ("Now", 0),
            { TotalMinutes: < 59.5 } span => ("Minutes", Whole(span.TotalMinutes)),
            { TotalHours: < 23.5 } span => ("Hours", Whole(span.TotalHours)),
            var span => ("Days", Whole(span.TotalDays)),
        };
        return key == "Now" ? words["JustNow"] : Numbers.Digits(words[key + (passed > TimeSpan.Zero ? "Ago" : "Ahead"), count]);
    }

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    private static int Whole(double span) => Math.Max(1, (int)Math.Round(span, MidpointRounding.AwayFromZero));

    private string Day(DateTimeOffset local, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var day = DateOnly.FromDateTime(local.DateTime);
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => words["Today"],
            1 => words["Tomorrow"],
            -1 => words["Yesterday"],
            _ => local.ToString(SameYear(day, today) ? words["DayPattern"] : words["DayAndYearPattern"], Culture),
        };
    }

    // By the calendar people read, which need not be the one we store.
    private static bool SameYear(DateOnly day, DateOnly today)
    {
        var calendar = Culture.DateTimeFormat.Calendar;
        return calendar.GetYear(day.ToDateTime(TimeOnly.MinValue)) == calendar.GetYear(today.ToDateTime(TimeOnly.MinValue));
    }

    private static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private static TimeZoneInfo Zone(string zone) => TimeZoneInfo.FindSystemTimeZoneById(zone);
}
