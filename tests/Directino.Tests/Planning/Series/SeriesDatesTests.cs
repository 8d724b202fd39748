using System.Globalization;
using CsCheck;
using Directino.Planning;
using Directino.Planning.Series;

namespace Directino.Tests.Planning.Series;

/// <summary>The days of a rule. What is expected was taken from a calendar; the property compares with the plainest reading of the rule, day by day.</summary>
public sealed class SeriesDatesTests
{
    private static readonly string[] Zones =
        ["Europe/Lisbon", "Europe/Berlin", "America/New_York", "America/Santiago", "Asia/Tehran", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Kiritimati", "UTC"];

    [Theory]
    [InlineData("Day 1 2026-12-30", "2026-12-30 2026-12-31 2027-01-01 2027-01-02")]
    [InlineData("Day 3 2028-02-27", "2028-02-27 2028-03-01 2028-03-04 2028-03-07")]
    [InlineData("Week 1 2026-11-27 Monday,Thursday", "2026-11-30 2026-12-03 2026-12-07 2026-12-10")]
    // Every second week, counted in weeks that begin on Monday.
    [InlineData("Week 2 2026-11-26 Monday,Thursday", "2026-11-26 2026-12-07 2026-12-10 2026-12-21")]
    [InlineData("Week 2 2026-11-29 Sunday", "2026-11-29 2026-12-13 2026-12-27 2027-01-10")]
    [InlineData("Month 1 2026-11-14", "2026-11-14 2026-12-14 2027-01-14 2027-02-14")]
    [InlineData("Month 1 2026-12-31 LastDay", "2026-12-31 2027-01-31 2027-02-28 2027-03-31 2027-04-30")]
    [InlineData("Month 1 2026-12-31 Skip", "2026-12-31 2027-01-31 2027-03-31 2027-05-31 2027-07-31")]
    [InlineData("Month 1 2027-12-30 LastDay", "2027-12-30 2028-01-30 2028-02-29 2028-03-30")]
    [InlineData("Month 1 2027-01-29 LastDay", "2027-01-29 2027-02-28 2027-03-29 2027-04-29")]
    [InlineData("Month 1 2027-01-29 Skip", "2027-01-29 2027-03-29 2027-04-29")]
    [InlineData("Month 2 2026-12-31 LastDay", "2026-12-31 2027-02-28 2027-04-30 2027-06-30 2027-08-31")]
    [InlineData("Month 1 2026-11-10 Weekday", "2026-11-10 2026-12-08 2027-01-12 2027-02-09")]
    [InlineData("Month 1 2026-12-29 Weekday", "2026-12-29 2027-03-30 2027-06-29")]
    [InlineData("Month 1 2026-11-27 LastWeekday", "2026-11-27 2026-12-25 2027-01-29 2027-02-26")]
    [InlineData("Year 1 2026-12-31", "2026-12-31 2027-12-31 2028-12-31")]
    [InlineData("Year 1 2028-02-29 LastDay", "2028-02-29 2029-02-28 2030-02-28 2031-02-28 2032-02-29")]
    [InlineData("Year 1 2028-02-29 Skip", "2028-02-29 2032-02-29 2036-02-29")]
    // 2100 is no leap year.
    [InlineData("Year 1 2096-02-29 Skip", "2096-02-29 2104-02-29")]
    public void The_days_of_a_rule_are_those_of_the_calendar(string rule, string days)
    {
        var expected = days.Split(' ').Select(Date).ToList();
        SeriesDates.From(Rule(rule), expected[0].AddYears(-1)).Take(expected.Count).ShouldBe(expected);
    }

    [Fact]
    public void It_ends_with_its_last_day_or_after_so_many_times_wherever_one_begins_to_look()
    {
        var rule = Rule("Day 2 2026-11-27");
        SeriesDates.From(rule with { Until = Date("2026-12-01") }, Date("2026-11-01")).ShouldBe([Date("2026-11-27"), Date("2026-11-29"), Date("2026-12-01")]);
        SeriesDates.From(rule with { Until = Date("2026-11-30") }, Date("2026-11-28")).ShouldBe([Date("2026-11-29")]);
        SeriesDates.From(rule with { Times = 3 }, Date("2026-11-28")).ShouldBe([Date("2026-11-29"), Date("2026-12-01")]);
        SeriesDates.From(rule with { Times = 3 }, Date("2026-12-02")).ShouldBeEmpty();
    }

    [Fact]
    public void Any_rule_has_the_days_of_its_plainest_reading() =>
        GenRule.Sample(rule =>
        {
            var until = rule.First.AddDays(1_500);
            var plain = Plainly(rule, until).ToList();
            SeriesDates.Between(rule, DateOnly.MinValue, until).ShouldBe(plain);
            var middle = rule.First.AddDays(400);
            SeriesDates.Between(rule, middle, until).ShouldBe(plain.Where(d => d >= middle));
        }, iter: 300);

    [Fact]
    public void In_any_zone_the_clock_shows_the_time_on_each_day_or_the_first_moment_after_a_jump() =>
        Gen.Select(GenRule, Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]), Gen.Int[0, 1439]).Sample((rule, name, minute) =>
        {
            var zone = LocalTime.Zone(name);
            var time = new TimeOnly(minute / 60, minute % 60);
            var before = DateTimeOffset.MinValue;
            foreach (var day in SeriesDates.From(rule, rule.First).Take(60))
            {
                var moment = LocalTime.ToInstant(day, time, zone);
                moment.Instant.ShouldBeGreaterThan(before);
                before = moment.Instant;
                var shown = LocalTime.Of(moment.Instant, zone);
                if (moment.Oddity == LocalOddity.Skipped)
                    (shown - day.ToDateTime(time)).ShouldBeInRange(TimeSpan.FromMinutes(30), TimeSpan.FromHours(2));
                else
                    shown.ShouldBe(day.ToDateTime(time));
            }
        }, iter: 200);

    [Theory]
    [InlineData("Week 1 2026-11-27", SeriesRules.WeekdayMissing)]
    [InlineData("Day 0 2026-11-27", SeriesRules.EveryOutside)]
    [InlineData("Day 100 2026-11-27", SeriesRules.EveryOutside)]
    [InlineData("Day 1 1999-12-31", SeriesRules.FirstOutside)]
    public void A_rule_that_cannot_be_kept_says_why(string rule, string flaw) => Rule(rule).Flaw.ShouldBe(flaw);

    [Fact]
    public void A_rule_is_written_as_calendars_write_it()
    {
        Rule("Week 2 2026-11-27 Friday,Monday").Tidy().ToRfc5545().ShouldBe("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO,FR");
        Rule("Month 1 2026-12-31 LastDay").ToRfc5545().ShouldBe("FREQ=MONTHLY;INTERVAL=1;WKST=MO;BYMONTHDAY=28,29,30,31;BYSETPOS=-1");
        Rule("Month 1 2026-11-27 LastWeekday").ToRfc5545().ShouldBe("FREQ=MONTHLY;INTERVAL=1;WKST=MO;BYDAY=-1FR");
        Rule("Year 1 2028-02-29 Skip").ToRfc5545().ShouldBe("FREQ=YEARLY;INTERVAL=1;WKST=MO;BYMONTH=2;BYMONTHDAY=29");
    }

    private static readonly Gen<RepeatRule> GenRule =
        from unit in Gen.Enum<RepeatUnit>()
        from every in Gen.Int[1, 4]
        from weekdays in Gen.Enum<DayOfWeek>().List[1, 4]
        from told in Gen.Enum<MonthDay>()
        from shortly in Gen.Enum<ShortMonth>()
        from day in Gen.Int[0, 4_000]
        from times in Gen.Int[1, 60].Nullable()
        let first = new DateOnly(2024, 1, 1).AddDays(day)
        select new RepeatRule { Unit = unit, Every = every, Weekdays = weekdays, By = Fitting(told, first), InShortMonths = shortly, First = first, Times = times }.Tidy();

    /// <summary>The last of its name is a choice for such a day only.</summary>
    private static MonthDay Fitting(MonthDay by, DateOnly first) =>
        by == MonthDay.LastWeekday && first.AddDays(7).Month == first.Month ? MonthDay.Weekday : by;

    private static IEnumerable<DateOnly> Plainly(RepeatRule rule, DateOnly until)
    {
        var count = 0;
        for (var day = rule.First; day <= until && count < (rule.Times ?? int.MaxValue); day = day.AddDays(1))
        {
            if (!Matches(rule, day))
                continue;
            count++;
            yield return day;
        }
    }

    private static bool Matches(RepeatRule rule, DateOnly day)
    {
        var first = rule.First;
        var months = ((day.Year - first.Year) * 12) + day.Month - first.Month;
        var length = DateTime.DaysInMonth(day.Year, day.Month);
        var isDate = day.Day == (rule.InShortMonths == ShortMonth.LastDay ? Math.Min(first.Day, length) : first.Day);
        return rule.Unit switch
        {
            RepeatUnit.Day => (day.DayNumber - first.DayNumber) % rule.Every == 0,
            RepeatUnit.Week => rule.Weekdays.Contains(day.DayOfWeek) && (Monday(day).DayNumber - Monday(first).DayNumber) / 7 % rule.Every == 0,
            RepeatUnit.Month => months % rule.Every == 0 && rule.By switch
            {
                MonthDay.Date => isDate,
                MonthDay.Weekday => day.DayOfWeek == first.DayOfWeek && (day.Day - 1) / 7 == (first.Day - 1) / 7,
                MonthDay.LastWeekday => day.DayOfWeek == first.DayOfWeek && day.Day + 7 > length,
            },
            RepeatUnit.Year => months % (12 * rule.Every) == 0 && isDate,
        };
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static RepeatRule Rule(string text)
    {
        var parts = text.Split(' ');
        var more = parts.ElementAtOrDefault(3);
        var unit = Enum.Parse<RepeatUnit>(parts[0]);
        return new RepeatRule
        {
            Unit = unit, Every = int.Parse(parts[1], CultureInfo.InvariantCulture), First = Date(parts[2]),
            Weekdays = unit == RepeatUnit.Week && more is not null ? [.. more.Split(',').Select(Enum.Parse<DayOfWeek>)] : [],
            By = Enum.TryParse<MonthDay>(more, out var by) ? by : MonthDay.Date,
            InShortMonths = Enum.TryParse<ShortMonth>(more, out var shortly) ? shortly : ShortMonth.LastDay,
        };
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
