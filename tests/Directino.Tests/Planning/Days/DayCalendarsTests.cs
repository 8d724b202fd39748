using System.Net;
using System.Text;
using Directino.Labels;
using Directino.Media;
using Directino.Planning;
using Directino.Planning.Days;
using Directino.Tests.Studio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Directino.Tests.Planning.Days;

/// <summary>A server of this machine plays the web: for these tests 127.0.0.1 counts as open, everything else of the machine does not.</summary>
public sealed class DayCalendarsTests
{
    private static readonly DateOnly Christmas = new(2026, 12, 25);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_brought_in_once_and_leaves_with_its_days()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var calendars = studio.Get<DayCalendars>();
        var calendar = (await calendars.Add(shop.Id, " Holidays ", LabelColor.Blue, File("20261225"), Ct)).ShouldBeOfType<DayOutcome.BroughtIn>().Calendar;
        (calendar.Name, calendar.Days, calendar.Host, calendar.SealedAddress).ShouldBe(("Holidays", 1, null, null));
        var mark = (await On(studio, shop, Christmas)).ShouldHaveSingleItem();
        (mark.Text, mark.Calendar, mark.Color).ShouldBe(("Fair", "Holidays", LabelColor.Blue));
        (await calendars.Add(shop.Id, "", default, File("20261225"), Ct)).ShouldBe(new DayOutcome.Refused(DayRules.NameMissing));
        (await calendars.Add(shop.Id, "Broken", default, Encoding.UTF8.GetBytes("Dear sirs"), Ct)).ShouldBe(new DayOutcome.Refused(DayRules.NoCalendar));
        var removed = (await calendars.Remove(shop.Id, calendar.Id, Ct)).ShouldNotBeNull();
        (await On(studio, shop, Christmas)).ShouldBeEmpty();
        await calendars.Restore(removed, Ct);
        (await On(studio, shop, Christmas)).ShouldHaveSingleItem();
        await calendars.Remove(shop.Id, calendar.Id, Ct);
        await using var db = shop.Open();
        (await db.Set<CalendarDay>().AnyAsync(Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_is_read_anew_every_day_and_what_was_read_stays_while_it_cannot_be()
    {
        Func<IResult> says = () => Results.Bytes(File("20261225"), "text/calendar");
        await using var web = await OpenWeb(app => app.MapGet("/secret.ics", () => says()));
        var (studio, shop) = (web.Studio, web.Shop);
        var calendar = (await web.Subscribe("/secret.ics")).ShouldBeOfType<DayOutcome.BroughtIn>().Calendar;
        calendar.Host.ShouldBe("127.0.0.1");
        Encoding.UTF8.GetString(calendar.SealedAddress!).ShouldNotContain("secret");
        (await On(studio, shop, Christmas)).ShouldHaveSingleItem();

        says = () => Results.Bytes(File("20261226"), "text/calendar");
        await studio.PassTime(TimeSpan.FromHours(23), TimeSpan.FromHours(23));
        (await On(studio, shop, Christmas)).ShouldHaveSingleItem();
        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromHours(1));
        (await On(studio, shop, Christmas)).ShouldBeEmpty();
        (await On(studio, shop, Christmas.AddDays(1))).ShouldHaveSingleItem();

        says = () => Results.NotFound();
        await studio.PassTime(TimeSpan.FromHours(25), TimeSpan.FromHours(25));
        (await Trouble(web)).ShouldBe(DayRules.AddressUnreachable);
        says = () => Results.Text("We have moved.");
        await studio.PassTime(TimeSpan.FromHours(25), TimeSpan.FromHours(25));
        (await Trouble(web)).ShouldBe(DayRules.NoCalendar);
        (await On(studio, shop, Christmas.AddDays(1))).ShouldHaveSingleItem();
        says = () => Results.Bytes(File("20261226"), "text/calendar");
        await studio.PassTime(TimeSpan.FromHours(25), TimeSpan.FromHours(25));
        (await Trouble(web)).ShouldBeNull();

        var removed = (await studio.Get<DayCalendars>().Remove(shop.Id, calendar.Id, Ct)).ShouldNotBeNull();
        await studio.Get<DayCalendars>().Restore(removed, Ct);
        says = () => Results.Bytes(File("20261227"), "text/calendar");
        await studio.PassTime(TimeSpan.FromHours(25), TimeSpan.FromHours(25));
        (await On(studio, shop, Christmas.AddDays(2))).ShouldHaveSingleItem();
        await studio.Get<DayCalendars>().Remove(shop.Id, calendar.Id, Ct);
        await using var db = shop.Open();
        (await db.Set<Directino.Ledger.DueItem>().AnyAsync(d => d.SubjectId == calendar.Id.Value, Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task Redirects_are_followed_into_the_open_internet_only()
    {
        await using var web = await OpenWeb(app =>
        {
            app.MapGet("/hop/{left:int}", (int left) => left == 0 ? Results.Bytes(File("20261225")) : Results.Redirect($"/hop/{left - 1}"));
            app.MapGet("/inside", (HttpContext context) => Results.Redirect($"http://127.0.0.2:{context.Connection.LocalPort}/hop/0"));
            app.MapGet("/file", () => Results.Redirect("file:///etc/hostname"));
            app.MapGet("/https", () => Results.Redirect("https://127.0.0.1/"));
            app.MapGet("/large", () => Results.Bytes(new byte[CalendarFile.MostBytes + 1]));
        });
        (await web.Subscribe("/hop/5")).ShouldBeOfType<DayOutcome.BroughtIn>();
        (await web.Refused("/hop/6")).ShouldBe(DayRules.AddressUnreachable);
        (await web.Refused("/inside")).ShouldBe(DayRules.AddressClosed);
        (await web.Refused("/file")).ShouldBe(DayRules.AddressUnreachable);
        (await web.Refused("/https")).ShouldBe(DayRules.AddressNotHttps);
        (await web.Refused("/large")).ShouldBe(DayRules.TooLarge);
        (await web.Refused("/nothing")).ShouldBe(DayRules.AddressUnreachable);
    }

    [Theory]
    [InlineData("https://127.0.0.1/a.ics", DayRules.AddressClosed)]
    [InlineData("webcal://localhost/a.ics", DayRules.AddressClosed)]
    [InlineData("http://example.test/a.ics", DayRules.AddressNotHttps)]
    [InlineData("https://somebody:secret@example.test/a.ics", DayRules.AddressUnknown)]
    [InlineData("file:///etc/hostname", DayRules.AddressUnknown)]
    [InlineData("", DayRules.AddressUnknown)]
    public async Task The_product_itself_reads_nothing_of_this_machine(string address, string rule)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        (await studio.Get<DayCalendars>().Subscribe(shop.Id, "Holidays", default, address, Ct)).ShouldBe(new DayOutcome.Refused(rule));
    }

    private static byte[] File(string day) => CalendarFileTests.Bytes(CalendarFileTests.Event($"DTSTART;VALUE=DATE:{day}"));

    private static Task<IReadOnlyList<DayMark>> On(Tests.Studio.Studio studio, TestWorkspace shop, DateOnly day) => studio.Get<DayReader>().Between(shop.Id, day, day.AddDays(1), Ct);

    private static async Task<string?> Trouble(Web web) => (await web.Studio.Get<DayCalendars>().All(web.Shop.Id, Ct)).ShouldHaveSingleItem().Trouble;

    private static async Task<Web> OpenWeb(Action<WebApplication> routes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        routes(app);
        await app.StartAsync(Ct);
        var guard = new FetchGuard(address => address.Equals(IPAddress.Loopback), Uri.UriSchemeHttp);
        var studio = await Tests.Studio.Studio.Open(services => services.AddSingleton(guard));
        return new Web(app, studio, await studio.OpenWorkspace());
    }

    private sealed class Web(WebApplication app, Tests.Studio.Studio studio, TestWorkspace shop) : IAsyncDisposable
    {
        public Tests.Studio.Studio Studio => studio;

        public TestWorkspace Shop => shop;

        public Task<DayOutcome> Subscribe(string path) => studio.Get<DayCalendars>().Subscribe(shop.Id, "Holidays", default, app.Urls.First() + path, Ct);

        public async Task<string> Refused(string path) => (await Subscribe(path)).ShouldBeOfType<DayOutcome.Refused>().Flaw.Rule;

        public async ValueTask DisposeAsync()
        {
            await studio.DisposeAsync();
            await app.DisposeAsync();
        }
    }
}
