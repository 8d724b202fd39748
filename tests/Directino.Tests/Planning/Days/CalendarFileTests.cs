using System.Text;
using Directino.Planning;
using Directino.Planning.Days;

namespace Directino.Tests.Planning.Days;

/// <summary>Calendars as the programs of this world write them, on paper.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly TimeZoneInfo Lisbon = LocalTime.Zone("Europe/Lisbon");

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261225", "2026-12-25", "2026-12-25")]
    [InlineData("DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226", "2026-12-25", "2026-12-25")] // the end is the day after
    [InlineData("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227", "2026-12-24", "2026-12-26")]
    [InlineData("DTSTART;VALUE=DATE:20261224\nDURATION:P3D", "2026-12-24", "2026-12-26")]
    [InlineData("DTSTART:20261224T233000Z\nDTEND:20261225T003000Z", "2026-12-24", "2026-12-25")]
    [InlineData("DTSTART:20270628T233000Z\nDTEND:20270629T003000Z", "2027-06-29", "2027-06-29")] // summer: an hour later there
    [InlineData("DTSTART;TZID=America/New_York:20261224T200000\nDTEND;TZID=America/New_York:20261224T220000", "2026-12-25", "2026-12-25")]
    [InlineData("DTSTART:20261224T200000\nDTEND:20261225T000000", "2026-12-24", "2026-12-24")] // midnight is not the next day's
    [InlineData("DTSTART:20261224T200000", "2026-12-24", "2026-12-24")]
    public void An_event_lies_on_the_days_of_the_workspaces_clock(string times, string first, string last)
    {
        var only = Read(Event(times)).Times.ShouldHaveSingleItem();
        (only.First, only.Last, only.Title).ShouldBe((Day(first), Day(last), "Fair"));
    }

    [Fact]
    public void What_comes_again_is_there_each_time_without_its_exceptions_and_with_what_was_moved()
    {
        var read = Read(Event("UID:1\nDTSTART;TZID=Europe/Lisbon:20261002T180000\nDTEND;TZID=Europe/Lisbon:20261002T200000\nRRULE:FREQ=WEEKLY;COUNT=6\nEXDATE;TZID=Europe/Lisbon:20261009T180000")
            + Event("UID:1\nRECURRENCE-ID;TZID=Europe/Lisbon:20261016T180000\nDTSTART;TZID=Europe/Lisbon:20261017T100000\nDTEND;TZID=Europe/Lisbon:20261017T120000", "Moved"));
        read.Times.Select(t => (t.First.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture), t.Title)).ShouldBe(
            [("10-02", "Fair"), ("10-17", "Moved"), ("10-23", "Fair"), ("10-30", "Fair"), ("11-06", "Fair")]);
    }

    [Fact]
    public void What_comes_again_for_ever_is_known_from_a_year_ago_to_three_years_ahead()
    {
        var times = Read(Event("DTSTART;VALUE=DATE:19990225\nRRULE:FREQ=YEARLY")).Times;
        times.Select(t => t.First.Year).ShouldBe([2026, 2027, 2028, 2029]);
        Read(Event("DTSTART;VALUE=DATE:20200101")).ShouldSatisfyAllConditions(r => r.Flaw.ShouldBeNull(), r => r.Times.ShouldBeEmpty());
        Read(Event("DTSTART;VALUE=DATE:20200101\nDTEND;VALUE=DATE:20300101")).Times.ShouldBeEmpty();
        Read(Event("DTSTART;VALUE=DATE:20251001\nDTEND;VALUE=DATE:20260201")).Times.ShouldHaveSingleItem();
    }

    [Fact]
    public void Folded_lines_other_scripts_and_what_is_no_event_are_read()
    {
        var read = Read("BEGIN:VTODO\r\nSUMMARY:Buy flour\r\nEND:VTODO\r\n" + Event("DTSTART;VALUE=DATE:20270321", "نور\r\n وز\\, the first day"));
        read.Times.ShouldHaveSingleItem().Title.ShouldBe("نوروز, the first day");
        CalendarFile.Read([0xEF, 0xBB, 0xBF, .. Bytes(Event("DTSTART;VALUE=DATE:20270321"))], Today, Lisbon).Flaw.ShouldBeNull();
    }

    [Theory]
    [InlineData("", DayRules.NoCalendar, null)]
    [InlineData("<html>", DayRules.NoCalendar, null)]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR", DayRules.NoEvents, null)]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Good\nDTSTART;VALUE=DATE:20261225\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Dayless\nEND:VEVENT\nEND:VCALENDAR", DayRules.EventWithoutDay, 7)]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Good\nDTSTART;VALUE=DATE:20261225\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Odd\nDTSTART;VALUE=DATE:20261299\nEND:VEVENT\nEND:VCALENDAR", DayRules.EventUnreadable, 7)]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Odd\nDTSTART;VALUE=DATE:20261225\nRRULE:FREQ=SOMETIMES\nEND:VEVENT\nEND:VCALENDAR", DayRules.EventUnreadable, 3)]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Odd\nDTSTART:20261225T100000Z\nRRULE:FREQ=MINUTELY\nEND:VEVENT\nEND:VCALENDAR", DayRules.TooManyTimes, null)]
    public void What_cannot_be_used_is_refused_with_its_line_and_event(string file, string rule, int? line)
    {
        var flaw = CalendarFile.Read(Encoding.UTF8.GetBytes(file), Today, Lisbon).Flaw.ShouldNotBeNull();
        (flaw.Rule, flaw.Line).ShouldBe((rule, line));
        (flaw.Event is null).ShouldBe(line is null);
    }

    [Fact]
    public void More_than_there_may_be_is_refused()
    {
        CalendarFile.Read(new byte[CalendarFile.MostBytes + 1], Today, Lisbon).Flaw!.Rule.ShouldBe(DayRules.TooLarge);
        Read(string.Concat(Enumerable.Repeat(Event("DTSTART;VALUE=DATE:20270321"), CalendarFile.MostEvents + 1))).Flaw!.Rule.ShouldBe(DayRules.TooManyEvents);
        // A rule that never comes true ends, too.
        Read(Event("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31")).Times.Count.ShouldBeLessThan(2);
    }

    internal static byte[] Bytes(string events) =>
        Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n{events.ReplaceLineEndings("\r\n")}END:VCALENDAR\r\n");

    internal static string Event(string times, string title = "Fair") => $"BEGIN:VEVENT\n{times}\nSUMMARY:{title}\nEND:VEVENT\n";

    private static CalendarReading Read(string events) => CalendarFile.Read(Bytes(events), Today, Lisbon);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
