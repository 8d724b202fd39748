namespace Directino.Insights.BestTimes;

/// <summary>What one source says about an account's week: its best hours, or why it says nothing.</summary>
/// <param name="Hours">At most one a weekday, the strongest first.</param>
/// <param name="Missing">Why there is none; null where there are some.</param>
/// <param name="RestsOn">How many days, or posts, it rests on.</param>
/// <param name="Needs">How many there must be before anything is said.</param>
/// <param name="From">The first day it rests on.</param>
/// <param name="To">The last one.</param>
public sealed record BestHours(IReadOnlyList<BestHour> Hours, TimesMissing? Missing, int RestsOn, int Needs, DateOnly? From, DateOnly? To)
{
    /// <summary>All days were taken together: the hour is the same on each.</summary>
    public bool IsDaily { get; init; }

    public BestHour? On(DayOfWeek weekday) => Hours.FirstOrDefault(h => h.At.Weekday == weekday);
}

/// <summary>Why there are no best hours. Nothing is guessed instead. Resources hold the words under <c>NoTimes.{name}</c>.</summary>
public enum TimesMissing
{
    /// <summary>Instagram has not been asked yet.</summary>
    NotRead,

    /// <summary>Instagram tells it from a hundred followers on.</summary>
    TooFewFollowers,

    /// <summary>Instagram has told too few days.</summary>
    TooFewDays,

    /// <summary>Too few posts whose numbers have settled.</summary>
    TooFewPosts,

    /// <summary>Enough posts, but in no hour enough of them, not even of all days together.</summary>
    Scattered,

    /// <summary>No hour stands out.</summary>
    Even,

    /// <summary>Directino may not read the account's numbers.</summary>
    NoPermission,

    /// <summary>Instagram does not serve it for this account.</summary>
    NotServed,
}
