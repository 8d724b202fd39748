using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Directino.Tests.Sandbox;

/// <summary>The outside of the sandbox: pictures that can be fetched, and an app that receives webhooks.</summary>
internal sealed class FakeInternet : HttpMessageHandler
{
    public const string Callback = "https://app.example/webhooks/instagram";

    private readonly SemaphoreSlim _arrived = new(0);

    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal)
    {
        ["/square.jpg"] = Pictures.Jpeg(600, 600),
        ["/tall.jpg"] = Pictures.Jpeg(400, 600),
        ["/wide.jpg"] = Pictures.Jpeg(800, 400),
        ["/picture.png"] = Pictures.Png(600, 600),
        ["/page.html"] = Encoding.UTF8.GetBytes("<!DOCTYPE html><html></html>"),
        ["/huge.jpg"] = new byte[8 * 1024 * 1024 + 1],
    };

    public ConcurrentQueue<Delivery> Deliveries { get; } = new();

    /// <summary>How the app answers webhooks.</summary>
    public HttpStatusCode CallbackAnswer { get; set; } = HttpStatusCode.OK;

    public bool EchoesChallenge { get; set; } = true;

    /// <summary>Waits for the next body that is posted to the callback.</summary>
    public async Task<Delivery> Next()
    {
        await _arrived.WaitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        return Deliveries.TryDequeue(out var delivery) ? delivery : throw new InvalidOperationException("Nothing arrived.");
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        if (uri.Host == "media.example")
        {
            var film = Films.Path(uri.AbsolutePath[1..]);
            return Files.TryGetValue(uri.AbsolutePath, out var file) || (File.Exists(film) && (file = await File.ReadAllBytesAsync(film, cancellationToken)) is not null)
                ? new(HttpStatusCode.OK) { Content = new ByteArrayContent(file) }
                : new(HttpStatusCode.NotFound);
        }
        if (uri.GetLeftPart(UriPartial.Path) != Callback) throw new HttpRequestException(HttpRequestError.NameResolutionError);
        if (request.Method == HttpMethod.Get)
        {
            var challenge = System.Web.HttpUtility.ParseQueryString(uri.Query)["hub.challenge"];
            return new(HttpStatusCode.OK) { Content = new StringContent(EchoesChallenge ? challenge! : "hello") };
        }
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        Deliveries.Enqueue(new(body, request.Headers.GetValues("X-Hub-Signature-256").Single()));
        _arrived.Release();
        return new(CallbackAnswer);
    }
}

internal sealed record Delivery(byte[] Bytes, string Signature)
{
    public string Text => Encoding.ASCII.GetString(Bytes);
    public System.Text.Json.Nodes.JsonNode Json => System.Text.Json.Nodes.JsonNode.Parse(Bytes)!;
}
