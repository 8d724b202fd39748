using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Instagram.Tests;

/// <summary>Stands in for Meta on the wire: writes down what is sent and answers what it was told to.</summary>
internal sealed class FakeInstagram : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private readonly List<string> _sent = [];

    public FakeInstagram()
    {
        Options = new InstagramClientOptions { AppId = "app-1", AppSecret = "app-secret-1", MetaAppId = "meta-2", MetaAppSecret = "meta-secret-2" };
        Client = new InstagramClient(new HttpClient(this) { Timeout = Timeout.InfiniteTimeSpan }, Options, Clock);
    }

    public static InstagramAccess Instagram { get; } = new(InstagramLogin.Instagram, "17841400000000001", "IGAAtoken");

    public static InstagramAccess Facebook { get; } = new(InstagramLogin.Facebook, "17841400000000001", "EAAtoken", "104001112223334");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public InstagramClientOptions Options { get; }

    public InstagramClient Client { get; }

    public int Calls => _sent.Count;

    public List<bool> Marked { get; } = [];

    /// <summary>All requests so far, as text, without tokens and proofs.</summary>
    public string Sent => string.Join("\n\n---\n\n", _sent);

    public FakeInstagram Answers(string json, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(_ =>
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers) answer.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
            return Task.FromResult(answer);
        });
        return this;
    }

    public FakeInstagram Fails(int code, int? subcode = null, HttpStatusCode status = HttpStatusCode.BadRequest, string message = "Some trouble") =>
        Answers(
            $$$"""{"error":{"message":"{{{message}}}","type":"OAuthException","code":{{{code}}},"error_subcode":{{{subcode?.ToString(CultureInfo.InvariantCulture) ?? "null"}}},"fbtrace_id":"Abc"}}""",
            status);

    public FakeInstagram Throws(Exception trouble)
    {
        _answers.Enqueue(_ => Task.FromException<HttpResponseMessage>(trouble));
        return this;
    }

    public FakeInstagram AnswersWith(HttpContent content, HttpStatusCode status = HttpStatusCode.OK)
    {
        _answers.Enqueue(_ => Task.FromResult(new HttpResponseMessage(status) { Content = content }));
        return this;
    }

    /// <summary>Lets the call time out: the answer never comes, the clock runs on.</summary>
    public FakeInstagram NeverAnswers()
    {
        _answers.Enqueue(async cancellation =>
        {
            var never = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = cancellation.Register(() => never.TrySetCanceled(cancellation));
            Clock.Advance(Options.CallTimeout);
            return await never.Task;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _sent.Add(await Describe(request, cancellationToken));
        Marked.Add(SecretUrl.Marks(request));
        var answer = await _answers.Dequeue()(cancellationToken);
        answer.RequestMessage = request;
        return answer;
    }

    private static async Task<string> Describe(HttpRequestMessage request, CancellationToken cancellation)
    {
        var text = new StringBuilder().Append(request.Method).Append(' ').Append(request.RequestUri!.GetLeftPart(UriPartial.Path)).Append('\n');
        Fields(text, request.RequestUri.Query.TrimStart('?'), "? ");
        foreach (var header in request.Headers.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            var value = string.Join(", ", header.Value);
            text.Append(header.Key).Append(": ").Append(header.Key == "Authorization" ? value[..value.IndexOf(' ', StringComparison.Ordinal)] + " [token]" : value).Append('\n');
        }

        if (request.Content is not null)
        {
            text.Append("Content-Type: ").Append(request.Content.Headers.ContentType).Append("\n\n");
            var body = await request.Content.ReadAsStringAsync(cancellation);
            if (request.Content is FormUrlEncodedContent) Fields(text, body, "");
            else text.Append(body).Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    private static void Fields(StringBuilder text, string fields, string mark)
    {
        foreach (var field in fields.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append(mark).Append(field.StartsWith("appsecret_proof=", StringComparison.Ordinal) ? "appsecret_proof=[proof]" : field).Append('\n');
        }
    }
}
