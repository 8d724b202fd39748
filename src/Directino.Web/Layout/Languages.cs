using System.Globalization;

namespace Directino.Web.Layout;

/// <summary>The languages Directino speaks. The first is spoken when nothing else is asked for.</summary>
public static class Languages
{
    /// <summary>All of them, each with the calendar its people plan posts in.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [Gregorian("en"), Gregorian("fa")];

    /// <summary>The language of a name, or none.</summary>
    public static CultureInfo? Find(string? name) =>
        All.FirstOrDefault(culture => culture.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    // Instagram, its insights and its windows count Gregorian days, so Persian text keeps that calendar too.
    private static CultureInfo Gregorian(string name)
    {
        var culture = new CultureInfo(name);
        if (culture.DateTimeFormat.Calendar is not GregorianCalendar)
        {
            culture.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().First();
        }

        return CultureInfo.ReadOnly(culture);
    }
}
