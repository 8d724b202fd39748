using System.Net;
using System.Net.Sockets;
using Directino.Media;
using Directino.Tests.Studio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Directino.Tests.Media;

/// <summary>A server of this machine plays the web: for these tests 127.0.0.1 counts as open, everything else of the machine does not.</summary>
public sealed class MediaFetcherTests
{
    private static readonly byte[] Bread = TestPictures.Jpeg(800, 800);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_taken_for_what_its_bytes_are_whatever_the_server_calls_it()
    {
        await using var web = await OpenWeb(app => app.MapGet("/a loaf.php", () => Results.Bytes(Bread, "text/html")));
        var added = (await web.Fetch("/a%20loaf.php")).ShouldBeOfType<UploadOutcome.Added>();
        (added.Item.FileName, added.Item.Width, added.WasThere).ShouldBe(("a loaf.php", 800, false));
        (await web.Fetch("/a%20loaf.php?again")).ShouldBeOfType<UploadOutcome.Added>().WasThere.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_its_rest_is_left_where_it_is()
    {
        await using var web = await OpenWeb(app => app.MapGet("/empty.jpg", () => Results.Bytes([], "image/jpeg")));
        using var endless = new TcpListener(IPAddress.Loopback, 0);
        endless.Start();
        var sending = SendUntilNobodyReads(endless);
        (await web.RefusedAt($"http://{endless.LocalEndpoint}/page.jpg")).ShouldBe(MediaRefusal.UnknownFormat);
        (await sending).ShouldBeLessThan(100_000_000);
        (await web.Refused("/empty.jpg")).ShouldBe(MediaRefusal.Empty);
    }

    [Fact]
    public async Task More_than_its_kind_may_have_is_refused_whether_or_not_it_says_so()
    {
        await using var web = await OpenWeb(app =>
        {
            app.MapGet("/said", (HttpContext context) =>
            {
                context.Response.ContentLength = 31 * 1024 * 1024;
                return context.Response.Body.WriteAsync(Bread, context.RequestAborted).AsTask();
            });
            app.MapGet("/unsaid", async (HttpContext context) =>
            {
                await context.Response.Body.WriteAsync(Bread, context.RequestAborted);
                for (var i = 0; i < 31; i++)
                    await context.Response.Body.WriteAsync(new byte[1024 * 1024], context.RequestAborted);
            });
        });
        (await web.Refused("/said")).ShouldBe(MediaRefusal.TooLarge);
        (await web.Refused("/unsaid")).ShouldBe(MediaRefusal.TooLarge);
    }

    [Fact]
    public async Task Redirects_are_followed_a_few_times_and_every_one_is_looked_at()
    {
        await using var web = await OpenWeb(app =>
        {
            app.MapGet("/hop/{left:int}", (int left) => left == 0 ? Results.Bytes(Bread) : Results.Redirect($"/hop/{left - 1}"));
            app.MapGet("/inside", (HttpContext context) => Results.Redirect($"http://127.0.0.2:{context.Connection.LocalPort}/hop/0"));
            app.MapGet("/name", (HttpContext context) => Results.Redirect($"http://[::1]:{context.Connection.LocalPort}/hop/0"));
            app.MapGet("/file", () => Results.Redirect("file:///etc/hostname"));
            app.MapGet("/https", () => Results.Redirect("https://127.0.0.1/"));
            app.MapGet("/nowhere", () => Results.StatusCode(302));
        });
        (await web.Fetch("/hop/5")).ShouldBeOfType<UploadOutcome.Added>();
        (await web.Refused("/hop/6")).ShouldBe(MediaRefusal.AddressLeadsOn);
        (await web.Refused("/inside")).ShouldBe(MediaRefusal.AddressClosed);
        (await web.Refused("/name")).ShouldBe(MediaRefusal.AddressClosed);
        (await web.Refused("/file")).ShouldBe(MediaRefusal.AddressHasNone);
        (await web.Refused("/https")).ShouldBe(MediaRefusal.AddressNotHttps);
        (await web.Refused("/nowhere")).ShouldBe(MediaRefusal.AddressHasNone);
        (await web.Refused("/missing")).ShouldBe(MediaRefusal.AddressHasNone);
    }

    [Fact]
    public async Task Who_does_not_come_to_an_end_is_left()
    {
        var asked = new TaskCompletionSource();
        await using var web = await OpenWeb(app => app.MapGet("/slow", async (HttpContext context) =>
        {
            await context.Response.Body.WriteAsync(Bread.AsMemory(0, 100), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            asked.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        }));
        var fetch = web.Refused("/slow");
        await asked.Task;
        web.Studio.Clock.Advance(TimeSpan.FromMinutes(6));
        (await fetch).ShouldBe(MediaRefusal.AddressTooSlow);
    }

    [Fact]
    public async Task A_line_that_breaks_is_said()
    {
        await using var web = await OpenWeb(app => app.MapGet("/broken", async (HttpContext context) =>
        {
            context.Response.ContentLength = 100_000;
            await context.Response.Body.WriteAsync(Bread.AsMemory(0, 100), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }));
        (await web.Refused("/broken")).ShouldBe(MediaRefusal.AddressUnreachable);
    }

    [Theory]
    [InlineData("https://127.0.0.1/a.jpg", MediaRefusal.AddressClosed)]
    [InlineData("https://2130706433/a.jpg", MediaRefusal.AddressClosed)]
    [InlineData("https://0x7f.1/a.jpg", MediaRefusal.AddressClosed)]
    [InlineData("https://[::1]:8443/a.jpg", MediaRefusal.AddressClosed)]
    [InlineData("https://[::ffff:169.254.169.254]/latest", MediaRefusal.AddressClosed)]
    [InlineData("https://localhost/a.jpg", MediaRefusal.AddressClosed)]
    [InlineData(" http://example.test/a.jpg ", MediaRefusal.AddressNotHttps)]
    [InlineData("https://somebody:secret@example.test/a.jpg", MediaRefusal.AddressUnknown)]
    [InlineData("file:///etc/hostname", MediaRefusal.AddressUnknown)]
    [InlineData("a loaf", MediaRefusal.AddressUnknown)]
    [InlineData("", MediaRefusal.AddressUnknown)]
    public async Task The_product_itself_fetches_nothing_of_this_machine(string address, MediaRefusal why)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        (await studio.Get<MediaFetcher>().Add(shop.Id, shop.Owner, address, null, Ct)).ShouldBeOfType<UploadOutcome.Refused>().Why.ShouldBe(why);
    }

    /// <summary>A bare line: a web server takes writes that go nowhere for a while after the other end has gone.</summary>
    private static async Task<long> SendUntilNobodyReads(TcpListener listener)
    {
        using var line = await listener.AcceptSocketAsync(Ct);
        var sent = 0L;
        try
        {
            await line.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n"u8.ToArray(), Ct);
            for (var zeros = new byte[65536]; ;)
                sent += await line.SendAsync(zeros, Ct);
        }
        catch (SocketException)
        {
            return sent;
        }
    }

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

        public Task<UploadOutcome> Fetch(string path) => studio.Get<MediaFetcher>().Add(shop.Id, shop.Owner, app.Urls.First() + path, null, Ct);

        public async Task<MediaRefusal> Refused(string path) => (await Fetch(path)).ShouldBeOfType<UploadOutcome.Refused>().Why;

        public async Task<MediaRefusal> RefusedAt(string address) =>
            (await studio.Get<MediaFetcher>().Add(shop.Id, shop.Owner, address, null, Ct)).ShouldBeOfType<UploadOutcome.Refused>().Why;

        public async ValueTask DisposeAsync()
        {
            await studio.DisposeAsync();
            await app.DisposeAsync();
        }
    }
}
