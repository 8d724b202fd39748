using System.Globalization;
using Directino.Planning.Series;
using Directino.Planning.Snippets;
using Directino.Web.Controls;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Says when a post is repeated, what became of its days, and why it cannot be.</summary>
public sealed class SeriesText(IStringLocalizer<SeriesWords> words, PlanningText text)
{
    public static string Address(SeriesId id) => $"/plan/series/{id}";

    /// <summary>From the day on which a week begins for the reader.</summary>
    public static IEnumerable<DayOfWeek> Week => Enumerable.Range((int)CultureInfo.CurrentCulture.DateTimeFormat.FirstDayOfWeek, 7).Select(d => (DayOfWeek)(d % 7));

    public static string Name(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    public static string Clock(TimeOnly time) => Numbers.Digits(time.ToString("HH:mm", CultureInfo.CurrentCulture));

    /// <summary>With its weekday, and its year where that is another.</summary>
    public static string Day(DateOnly date, DateOnly today) =>
        Numbers.Digits(date.ToString(date.Year == today.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.CurrentCulture));

    /// <summary>The whole rule as a sentence.</summary>
    public string Say(RepeatRule rule, TimeOnly time, DateOnly today)
    {
        var said = words["Say.At", Days(rule), Clock(time)].Value;
        if (rule.Until is { } until)
            said = words["Say.Until", said, Day(until, today)];
        return rule.Times is { } times ? words["Say.Times", said, Numbers.Say(times)] : said;
    }

    /// <summary>The day of the month, as the first one tells it.</summary>
    public string Month(RepeatRule rule, MonthDay by) => by switch
    {
        MonthDay.Date => words["By.Date", Numbers.Say(rule.First.Day)],
        MonthDay.Weekday => words["By.Weekday", words[$"Nth.{rule.Nth}"].Value, Name(rule.First.DayOfWeek)],
        MonthDay.LastWeekday => words["By.LastWeekday", Name(rule.First.DayOfWeek)],
    };

    /// <summary>The field a rule is about, as programs name it.</summary>
    public static string Field(string rule) => rule switch
    {
        SeriesRules.EveryOutside => "rule.every",
        SeriesRules.WeekdayMissing => "rule.weekdays",
        SeriesRules.TimesOutside => "rule.times",
        SeriesRules.UntilBeforeFirst => "rule.until",
        SeriesRules.FirstOutside or SeriesRules.NothingToCome => "rule.first",
        SeriesRules.Lacking => "caption",
        SeriesRules.UnknownLanguage => "language",
        _ => "postId",
    };

    public string Say(SeriesOutcome.Refused refused) => refused.Rule switch
    {
        SeriesRules.EveryOutside => words[$"Rule.{refused.Rule}", Numbers.Say(RepeatRule.MostEvery)],
        SeriesRules.TimesOutside => words[$"Rule.{refused.Rule}", Numbers.Say(RepeatRule.MostTimes)],
        SeriesRules.TooMany => words[$"Rule.{refused.Rule}", Numbers.Say(SeriesBook.Most)],
        SeriesRules.Lacking => words[$"Rule.{refused.Rule}", string.Join(' ', (refused.Lacking ?? []).Select(SnippetTemplate.Write))],
        _ => words[$"Rule.{refused.Rule}"] is { ResourceNotFound: false } found ? found.Value : text.Rule(refused.Rule),
    };

    /// <summary>Why it was not done, in words; null when it was.</summary>
    public string? Flaw(SeriesOutcome outcome) => outcome switch
    {
        SeriesOutcome.Refused refused => Say(refused),
        SeriesOutcome.Objected objected => text.Objections(objected.Objections, objected.Content),
        _ => null,
    };

    /// <summary>What became of a day.</summary>
    public string Fate(SeriesMoment day) => day is { Fate: SeriesFate.Held, Objection: { } rule } ? $"{words["Fate.Held"].Value} {text.Rule(rule)}" : words[$"Fate.{day.Fate}"];

    public StateKind Badge(SeriesMoment day) => day.State is { } state ? PlanningText.Badge(state) : StateKind.Draft;

    private string Days(RepeatRule rule)
    {
        var (key, on) = rule.Unit switch
        {
            RepeatUnit.Day => ("Say.Day", null),
            RepeatUnit.Week => ("Say.Week", string.Join(CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "، " : ", ", Week.Where(rule.Weekdays.Contains).Select(Name))),
            RepeatUnit.Month => ("Say.Month", Month(rule, rule.By)),
            RepeatUnit.Year => ("Say.Year", Numbers.Digits(rule.First.ToString("d MMMM", CultureInfo.CurrentCulture))),
        };
        var every = Numbers.Say(rule.Every);
        return (rule.Every, on) switch
        {
            (1, null) => words[key],
            (1, _) => words[key, on],
            (_, null) => words[$"{key}s", every],
            _ => words[$"{key}s", every, on],
        };
    }
}
