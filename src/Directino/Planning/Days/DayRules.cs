namespace Directino.Planning.Days;

/// <summary>Names of the rules of notes and of calendars that are brought in. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class DayRules
{
    public const string NotThere = "day-not-there";
    public const string TextMissing = "day-text-missing";
    public const string TextTooLong = "day-text-too-long";
    public const string EndsBeforeItBegins = "day-ends-before";
    public const string TooManyDays = "day-too-many-days";
    public const string TooManyNotes = "day-too-many-notes";
    public const string ChangedMeanwhile = "day-changed";
    public const string NameMissing = "calendar-name-missing";
    public const string TooManyCalendars = "calendar-too-many";
    public const string TooLarge = "calendar-too-large";
    public const string NoCalendar = "calendar-none";
    public const string NoEvents = "calendar-no-events";
    public const string TooManyEvents = "calendar-too-many-events";

    /// <summary>Events that come again and again come too often.</summary>
    public const string TooManyTimes = "calendar-too-many-times";
    public const string Unreadable = "calendar-unreadable";
    public const string EventUnreadable = "calendar-event-unreadable";
    public const string EventWithoutDay = "calendar-event-without-day";
    public const string AddressUnknown = "calendar-address-unknown";
    public const string AddressNotHttps = "calendar-address-not-https";
    public const string AddressClosed = "calendar-address-closed";
    public const string AddressUnreachable = "calendar-address-unreachable";
    public const string AddressTooSlow = "calendar-address-too-slow";
}

/// <summary>A rule, and where in a file it was broken.</summary>
/// <param name="Line">Of the file, counted from 1.</param>
/// <param name="Event">What the event calls itself.</param>
public sealed record DayFlaw(string Rule, int? Line = null, string? Event = null);

/// <summary>What became of something asked of the days of a calendar.</summary>
public abstract record DayOutcome
{
    private DayOutcome() { }

    public sealed record Noted(DayNote Note) : DayOutcome;

    public sealed record BroughtIn(DayCalendar Calendar) : DayOutcome;

    public sealed record Refused(DayFlaw Flaw) : DayOutcome
    {
        public Refused(string rule)
            : this(new DayFlaw(rule))
        {
        }
    }
}
