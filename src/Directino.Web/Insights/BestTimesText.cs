using System.Globalization;
using Directino.Insights.BestTimes;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Insights;

/// <summary>Best times in words. Nothing is said without how much it rests on.</summary>
public sealed class BestTimesText(IStringLocalizer<BestTimesWords> words)
{
    /// <summary>"Tuesdays at 18:00".</summary>
    public string Say(WeekHour at) => words["Hour", Weekday(at.Weekday), Time(at.Hour)];

    /// <summary>"18:00".</summary>
    public static string Time(int hour) => Numbers.Digits(new TimeOnly(hour, 0).ToString("HH:mm", CultureInfo.CurrentCulture));

    public static string Weekday(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    /// <summary>What makes an hour a best one, with its numbers.</summary>
    public string Mark(BestHour hour, bool isOnline) => isOnline
        ? words["OnlineMark", Whole(hour.Level), Whole(hour.Usual)]
        : words["PostsMark", Whole(hour.Level), Numbers.Say(hour.RestsOn), Whole(hour.Usual)];

    /// <summary>Why a source says nothing.</summary>
    public string Why(BestHours hours) => hours.Missing is { } why ? words[$"NoTimes.{why}", Numbers.Say(hours.RestsOn), Numbers.Say(hours.Needs)] : "";

    /// <summary>"28 days that Instagram told, 30 Oct to 26 Nov".</summary>
    public string RestsOn(BestHours hours, bool isOnline)
    {
        var counted = words[isOnline ? "DaysCounted" : "PostsCounted", Numbers.Say(hours.RestsOn)].Value;
        return hours is { From: { } from, To: { } to } ? words["Between", counted, Day(from), Day(to)] : counted;
    }

    /// <summary>What both sources rest on, or why they say nothing.</summary>
    public IEnumerable<string> About(BestTimesView view)
    {
        string[] told = [.. Sources(view).Where(s => s.Hours.Missing is null).Select(s => RestsOn(s.Hours, s.IsOnline))];
        if (told.Length > 0)
            yield return words["FromDays", view.Username, told.Length == 2 ? words["And", told[0], told[1]].Value : told[0]];
        foreach (var (hours, isOnline) in Sources(view).Where(s => s.Hours.Missing is not null))
            yield return words[isOnline ? "AbsentOnline" : "AbsentPosts", Why(hours)];
    }

    public static string Whole(double number) => Numbers.Say((long)Math.Round(number));

    private static (BestHours Hours, bool IsOnline)[] Sources(BestTimesView view) => [(view.Online, true), (view.Posts, false)];

    private static string Day(DateOnly day) => Numbers.Digits(day.ToString("d MMM", CultureInfo.CurrentCulture));
}
