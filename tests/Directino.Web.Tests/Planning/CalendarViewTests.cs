using Directino.Web.Planning;

namespace Directino.Web.Tests.Planning;

/// <summary>What the plan shows, as its address says it.</summary>
public sealed class CalendarViewTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData(null, "2026-10-26", "2026-12-07", "2026-10-25", "2026-12-25")]
    [InlineData("week", "2026-11-23", "2026-11-30", "2026-11-18", "2026-12-02")]
    [InlineData("day", "2026-11-25", "2026-11-26", "2026-11-24", "2026-11-26")]
    [InlineData("nonsense", "2026-10-26", "2026-12-07", "2026-10-25", "2026-12-25")]
    public void A_view_shows_its_days_and_leads_on_by_as_many(string? span, string first, string end, string earlier, string later)
    {
        var view = CalendarView.Of(span, null, Today, DayOfWeek.Monday);
        (CalendarView.Write(view.First), CalendarView.Write(view.End), CalendarView.Write(view.Earlier), CalendarView.Write(view.Later)).ShouldBe((first, end, earlier, later));
        view.Days.Count().ShouldBe(view.End.DayNumber - view.First.DayNumber);
    }

    [Theory]
    [InlineData(CalendarSpan.Month, "/plan?date=2026-11-25&state=Draft&notes=off")]
    [InlineData(CalendarSpan.Day, "/plan?view=day&date=2026-11-25&state=Draft&notes=off")]
    [InlineData(CalendarSpan.Board, "/plan?view=board&date=2026-11-25&state=Draft&notes=off")]
    public void Every_choice_is_in_the_address(CalendarSpan span, string expected)
    {
        var address = new PlanAddress(span, Today, null, null, "Draft", null, null, HidesDays: true);
        address.ToString().ShouldBe(expected);
        CalendarView.Of(span == CalendarSpan.Month ? null : address.ToString().Split("view=")[1].Split('&')[0], null, Today, DayOfWeek.Monday).Span.ShouldBe(span);
        address.IsNarrowed.ShouldBeTrue();
    }
}
