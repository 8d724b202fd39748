using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using Directino.Instagram;
using Directino.Instagram.Publishing;

namespace Directino.Media.Reach;

/// <summary>
/// Fetches one of our own addresses the way Instagram would: through the public name, under the name of Meta's fetcher, with the certificate
/// checked, following nothing. Nobody chooses where it goes: the address is what the operator set as <c>Hosting:PublicUrl</c>, the rest of it is made here,
/// and of what is answered only its kind is told.
/// </summary>
internal sealed class OutsideLook(IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>Name of the HTTP client: no retries, no cookies, no proxy, no redirects.</summary>
    public const string Http = "reach";

    /// <summary>The product by which Meta's fetcher is known to firewalls and in <c>robots.txt</c>.</summary>
    public const string Fetcher = "facebookexternalhit";

    /// <summary>Instagram waits longer; a person who looks does not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>So much of a file is read: pictures whole, of videos the beginning.</summary>
    private const long Sample = InstagramLimits.ImageBytes;
    private const int LargestRobots = 512 * 1024;

    /// <summary>Where Instagram is Meta's, only the open internet counts; a sandbox may reach what this machine reaches.</summary>
    public static SocketsHttpHandler Handler(InstagramClientOptions instagram) =>
        new FetchGuard(PublicAddress.MustBeOutside(instagram) ? OpenInternet.Holds : _ => true, Uri.UriSchemeHttps).Handler();

    /// <param name="type">The content type that has to come.</param>
    /// <param name="length">The length that has to come; null where it is not known.</param>
    public Task<ReachFault?> Fetch(Uri address, string type, long? length, CancellationToken ct) => Ask(address, async (answer, within) =>
    {
        if (OfStatus(answer.StatusCode) is { } fault)
            return fault;
        if (!string.Equals(answer.Content.Headers.ContentType?.MediaType, type, StringComparison.OrdinalIgnoreCase))
            return new ReachFault(ReachRules.WrongType, answer.Content.Headers.ContentType?.MediaType);
        return length is { } whole && !await IsWhole(answer.Content, whole, within) ? new ReachFault(ReachRules.CutShort) : null;
    }, ct);

    /// <summary>Whether a <c>robots.txt</c> at the root keeps Meta's fetcher from an address. What cannot be read forbids nothing.</summary>
    public Task<ReachFault?> Robots(Uri address, CancellationToken ct) => Ask(new Uri(address, "/robots.txt"), async (answer, within) =>
    {
        if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/plain")
            return null;
        await using var body = await answer.Content.ReadAsStreamAsync(within);
        var bytes = new byte[LargestRobots];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, within);
        return RobotsFile.Read(System.Text.Encoding.UTF8.GetString(bytes, 0, read), Fetcher).Allows(address.AbsolutePath) ? null : new ReachFault(ReachRules.Robots);
    }, ct);

    private async Task<ReachFault?> Ask(Uri address, Func<HttpResponseMessage, CancellationToken, Task<ReachFault?>> judge, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        // The link opens the file for whoever has it: no trace shows it.
        request.Options.Set(SecretUrl.Key, true);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(Fetcher, "1.1"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("(as Instagram fetches it; a rehearsal of Directino)"));
        try
        {
            using var answer = await clients.CreateClient(Http).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await judge(answer, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ReachFault(ReachRules.TooSlow);
        }
        catch (HttpRequestException error)
        {
            return new ReachFault(OfError(error));
        }
        catch (IOException)
        {
            return new ReachFault(ReachRules.CutShort);
        }
    }

    private static ReachFault? OfStatus(HttpStatusCode status)
    {
        var rule = (int)status switch
        {
            200 => null,
            >= 300 and < 400 => ReachRules.Redirect,
            401 or 407 => ReachRules.Password,
            403 or 429 => ReachRules.Forbidden,
            404 or 410 => ReachRules.NotFound,
            >= 500 => ReachRules.ServerError,
            _ => ReachRules.Status,
        };
        return rule is null ? null : new ReachFault(rule, ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string OfError(HttpRequestException error) => error switch
    {
        { InnerException: ClosedAddressException } => ReachRules.Private,
        { InnerException: AuthenticationException } or { HttpRequestError: HttpRequestError.SecureConnectionError } => ReachRules.Certificate,
        { HttpRequestError: HttpRequestError.NameResolutionError } => ReachRules.Name,
        { HttpRequestError: HttpRequestError.ConnectionError } => ReachRules.Closed,
        _ => ReachRules.NoAnswer,
    };

    private static async Task<bool> IsWhole(HttpContent content, long length, CancellationToken ct)
    {
        if (content.Headers.ContentLength is { } said && said != length)
            return false;
        await using var body = await content.ReadAsStreamAsync(ct);
        var buffer = new byte[81920];
        long read = 0;
        for (int some; read < Sample && (some = await body.ReadAsync(buffer, ct)) > 0;)
            read += some;
        return read == length || (read >= Sample && read < length);
    }
}
