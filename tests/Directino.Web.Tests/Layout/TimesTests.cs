using System.Globalization;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Web.Tests.Layout;

public sealed class TimesTests : IDisposable
{
    private const string Berlin = "Europe/Berlin";
    private static readonly DateTimeOffset Noon = new(2025, 11, 3, 11, 0, 0, TimeSpan.Zero);
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;
    private readonly CultureInfo _beforeWords = CultureInfo.CurrentUICulture;
    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly Times _times;

    public TimesTests()
    {
        _times = new Times(_clock, new StringLocalizer<FrameWords>(
            new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));
        Speak("en");
    }

    [Theory]
    [InlineData(0, 17, "today 18:00")]
    [InlineData(1, 8, "tomorrow 09:00")]
    [InlineData(-1, 17, "yesterday 18:00")]
    [InlineData(4, 17, "Fri 7 Nov 18:00")]
    [InlineData(365, 17, "Tue 3 Nov 2026 18:00")]
    public void Days_are_said_as_people_say_them(int days, int hour, string said) =>
        _times.Say(new DateTimeOffset(2025, 11, 3, hour, 0, 0, TimeSpan.Zero).AddDays(days), Berlin).ShouldBe(said);

    [Fact]
    public void The_day_is_that_of_the_zone_and_not_of_the_server()
    {
        _times.Say(new DateTimeOffset(2025, 11, 3, 23, 30, 0, TimeSpan.Zero), Berlin).ShouldBe("tomorrow 00:30");
        _times.Say(new DateTimeOffset(2025, 11, 3, 23, 30, 0, TimeSpan.Zero), "UTC").ShouldBe("today 23:30");
    }

    [Fact]
    public void Summer_time_is_told_from_winter_time()
    {
        _times.Time(new DateTimeOffset(2026, 7, 1, 16, 0, 0, TimeSpan.Zero), Berlin).ShouldBe("18:00");
        _times.Time(new DateTimeOffset(2026, 1, 1, 17, 0, 0, TimeSpan.Zero), Berlin).ShouldBe("18:00");
    }

    [Fact]
    public void The_place_is_named_only_where_its_clock_differs_from_the_readers()
    {
        _times.Say(Noon, "America/New_York", Berlin).ShouldBe("today 06:00 (New York)");
        _times.Say(Noon, Berlin, "Europe/Paris").ShouldBe("today 12:00");
    }

    [Fact]
    public void The_exact_time_leaves_nothing_to_guess() =>
        _times.Exact(Noon, Berlin).ShouldBe("Monday 3 November 2025, 12:00:00, Berlin (UTC+01:00)");

    [Theory]
    [InlineData(-10, "just now")]
    [InlineData(-240, "4 min ago")]
    [InlineData(10_800, "in 3 h")]
    [InlineData(-172_800, "2 d ago")]
    public void Ages_are_short(int seconds, string said) => _times.Age(Noon.AddSeconds(seconds)).ShouldBe(said);

    [Fact]
    public void Persian_has_its_own_words_and_digits_and_the_calendar_of_Instagram()
    {
        Speak("fa");
        _times.Say(Noon, Berlin).ShouldBe("امروز ۱۲:۰۰");
        _times.Exact(Noon, Berlin).ShouldContain("۲۰۲۵");
        _times.Age(Noon.AddMinutes(-4)).ShouldBe("۴ دقیقه پیش");
        CultureInfo.CurrentCulture.Calendar.GetYear(Noon.UtcDateTime).ShouldBe(2025);
    }

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _before;
        CultureInfo.CurrentUICulture = _beforeWords;
    }

    private static void Speak(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Find(language)!;
}
