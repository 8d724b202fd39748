using System.Globalization;

namespace Directino.Web.Layout;

/// <summary>A language with its words and digits, and the Gregorian calendar also where its people would first think of another.</summary>
/// <remarks>
/// Instagram, its insights and its windows count Gregorian days. Setting the calendar of the formats is not enough: the calendar
/// control asks the culture itself.
/// </remarks>
internal sealed class GregorianCulture : CultureInfo
{
    private readonly GregorianCalendar _calendar;

    public GregorianCulture(string name)
        : base(name)
    {
        _calendar = OptionalCalendars.OfType<GregorianCalendar>().First();
        DateTimeFormat.Calendar = _calendar;
        // English of no country: its week is the international one (ISO 8601), not that of the United States.
        if (name == "en")
            DateTimeFormat.FirstDayOfWeek = DayOfWeek.Monday;
    }

    // The base class asks for it before there is one.
    public override Calendar Calendar => _calendar ?? base.Calendar;

    // A copy made to be changed keeps the calendar too.
    public override object Clone() => new GregorianCulture(Name);
}
