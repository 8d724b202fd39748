using System.Globalization;
using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Series;
using Directino.Planning.Snippets;

namespace Directino.Web.Planning;

/// <summary>A series as it stands in the form. Needs no renderer.</summary>
public sealed class SeriesForm
{
    public required ConnectedAccount Account { get; init; }

    /// <summary>What each post says, but for the caption as it is written here.</summary>
    public required PostContent Content { get; init; }

    public string Caption { get; set; } = "";

    public string Language { get; set; } = "en";

    public RepeatUnit Unit { get; set; } = RepeatUnit.Week;

    public int? Every { get; set; } = 1;

    public HashSet<DayOfWeek> Weekdays { get; private init; } = [];

    public MonthDay By { get; set; }

    public ShortMonth InShortMonths { get; set; }

    public DateOnly? First { get; set; }

    public TimeOnly? Time { get; set; } = new(18, 0);

    public SeriesEnd Ends { get; set; }

    public DateOnly? Until { get; set; }

    public int? Times { get; set; }

    public bool HasVariables => SnippetTemplate.Variables(Caption).Count > 0;

    /// <summary>A day whose month has no more of its name may be told as the last.</summary>
    public bool MayBeLast => First is { } first && first.AddDays(7).Month != first.Month;

    public RepeatRule Rule => new RepeatRule
    {
        Unit = Unit, Every = Every ?? 0, Weekdays = [.. Weekdays], By = By == MonthDay.LastWeekday && !MayBeLast ? MonthDay.Weekday : By, InShortMonths = InShortMonths, First = First ?? default,
        Until = Ends == SeriesEnd.Until ? Until : null, Times = Ends == SeriesEnd.Times ? Times ?? 0 : null,
    }.Tidy();

    public NewSeries Wanted => new(Content with { Caption = Caption }, Language, Rule, Time ?? default);

    /// <summary>From the post at hand: it is the first, unless its time is over.</summary>
    public static SeriesForm From(PostView view, ConnectedAccount account, DateTimeOffset now)
    {
        var zone = LocalTime.Zone(account.TimeZone);
        var local = LocalTime.Of(view.Post.At is { } at && at > now ? at : now.AddDays(1), zone);
        var first = DateOnly.FromDateTime(local);
        return new SeriesForm
        {
            Account = account, Content = view.Post.Content, Caption = view.Post.Caption, First = first, Weekdays = [first.DayOfWeek],
            Time = view.Post.At is { } known ? Minute(LocalTime.Of(known, zone)) : new TimeOnly(18, 0),
            Language = SnippetLanguages.Find(CultureInfo.CurrentUICulture.Name)?.Name ?? "en",
        };
    }

    public static SeriesForm Of(SeriesView view)
    {
        var (series, rule) = (view.Series, view.Series.Rule);
        return new SeriesForm
        {
            Account = view.Account, Content = series.Content, Caption = series.Content.Caption ?? "", Language = series.Language, Unit = rule.Unit, Every = rule.Every,
            Weekdays = rule.Unit == RepeatUnit.Week ? [.. rule.Weekdays] : [rule.First.DayOfWeek], By = rule.By, InShortMonths = rule.InShortMonths, First = rule.First, Time = series.Time,
            Ends = rule.Until is not null ? SeriesEnd.Until : rule.Times is not null ? SeriesEnd.Times : SeriesEnd.Never, Until = rule.Until, Times = rule.Times,
        };
    }

    public void Turn(DayOfWeek day)
    {
        if (!Weekdays.Remove(day))
            Weekdays.Add(day);
    }

    /// <summary>The next days by what stands here; none while it is no rule.</summary>
    public IReadOnlyList<DateTimeOffset> Coming(DateTimeOffset now, int count)
    {
        if (Rule.Flaw is not null || Time is not { } time)
            return [];
        var zone = LocalTime.Zone(Account.TimeZone);
        var today = DateOnly.FromDateTime(LocalTime.Of(now, zone));
        return [.. SeriesDates.From(Rule, today).Select(d => LocalTime.ToInstant(d, time, zone).Instant).Where(at => at > now).Take(count)];
    }

    private static TimeOnly Minute(DateTime local) => new(local.Hour, local.Minute);
}

/// <summary>How a series ends.</summary>
public enum SeriesEnd
{
    Never,
    Until,
    Times,
}
