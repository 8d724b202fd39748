using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Directino.Instagram.Errors;

namespace Directino.Instagram.Wire;

/// <summary>Sends one request and turns whatever comes back, or does not, into a value or the right exception.</summary>
internal sealed class GraphTransport(HttpClient http, InstagramClientOptions options, TimeProvider clock)
{
    private const int LargestAnswer = 8 * 1024 * 1024;

    public Action<InstagramAccess, InstagramUsage>? UsageReported { get; set; }

    public Func<InstagramAccess, TimeSpan?>? HoldBack { get; set; }

    public Task<T> Get<T>(InstagramAccess access, string path, Query query, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        Send(access, HttpMethod.Get, path, query, null, effect: false, type, cancellation);

    public Task<T> Post<T>(
        InstagramAccess access, string path, HttpContent? body, JsonTypeInfo<T> type, CancellationToken cancellation, Query? query = null) =>
        Send(access, HttpMethod.Post, path, query ?? new Query(), body, effect: true, type, cancellation);

    public Task<T> Delete<T>(InstagramAccess access, string path, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        Send(access, HttpMethod.Delete, path, new Query(), null, effect: true, type, cancellation);

    /// <summary>
    /// Speaks to the upload host: its own address, <c>OAuth</c> as the scheme, and more time. Nothing there is visible to anybody, so a lost answer
    /// is a reason to try again, not to look.
    /// </summary>
    public async Task<T> Upload<T>(
        InstagramAccess access, HttpMethod method, string containerId, HttpContent? body, IReadOnlyList<(string Name, string Value)> headers,
        JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var address = new Query().Below(options.Upload, $"ig-api-upload/{options.Version}/{Uri.EscapeDataString(containerId)}");
        using var request = new HttpRequestMessage(method, address) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", access.Token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Exchange(request, access, effect: false, type, cancellation, options.UploadTimeout);
    }

    /// <summary>Sends a request whose URL or body holds a secret: marked so that nobody logs it, and no cause is kept that could name it.</summary>
    public async Task<T> Secret<T>(
        HttpMethod method, Uri url, HttpContent? body, bool effect, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, url) { Content = body };
        request.Options.Set(SecretUrl.Key, true);
        return await Exchange(request, null, effect, type, cancellation);
    }

    private async Task<T> Send<T>(
        InstagramAccess access, HttpMethod method, string path, Query query, HttpContent? body, bool effect, JsonTypeInfo<T> type,
        CancellationToken cancellation)
    {
        if (access.Login == InstagramLogin.Facebook && options is { SendProof: true, MetaAppSecret.Length: > 0 })
        {
            query.And("appsecret_proof", Proof(access.Token, options.MetaAppSecret));
        }

        using var request = new HttpRequestMessage(method, query.Below(options.Graph(access.Login), $"{options.Version}/{path}")) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access.Token);
        return await Exchange(request, access, effect, type, cancellation);
    }

    private async Task<T> Exchange<T>(
        HttpRequestMessage request, InstagramAccess? access, bool effect, JsonTypeInfo<T> type, CancellationToken cancellation, TimeSpan? patience = null)
    {
        if (access is { AccountId.Length: > 0 } && HoldBack?.Invoke(access) is { } wait)
        {
            throw new RateLimitedException("Not asked: Instagram said to wait.", new InstagramFault { RetryAfter = wait });
        }

        using var timeout = new CancellationTokenSource(patience ?? options.CallTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        var secret = SecretUrl.Marks(request);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var usage = UsageHeaders.Read(answer.Headers);
            if (usage is not null && access is { AccountId.Length: > 0 }) UsageReported?.Invoke(access, usage);

            var bytes = await Body(answer, either.Token);
            if (!answer.IsSuccessStatusCode || FaultReader.LooksLikeFault(bytes))
            {
                throw ErrorTable.ToException(FaultReader.Read(bytes, answer, usage, access?.Token), effect);
            }

            return JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("The answer is null.");
        }
        catch (Exception trouble) when (trouble is not InstagramException && !Cancelled(trouble, cancellation))
        {
            throw Lost(trouble, answer, effect, keepCause: !secret);
        }
        finally
        {
            answer?.Dispose();
        }
    }

    private static async Task<byte[]> Body(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await answer.Content.LoadIntoBufferAsync(LargestAnswer, cancellation);
        return await answer.Content.ReadAsByteArrayAsync(cancellation);
    }

    private static bool Cancelled(Exception trouble, CancellationToken cancellation) =>
        trouble is OperationCanceledException && cancellation.IsCancellationRequested;

    private static InstagramException Lost(Exception trouble, HttpResponseMessage? answer, bool effect, bool keepCause)
    {
        var fault = new InstagramFault { HttpStatus = answer?.StatusCode };
        var inner = keepCause ? trouble : null;
        if (effect && !(answer is null && NothingWasSent(trouble)))
        {
            return new OutcomeUnknownException("The request was sent, but its answer was lost or unreadable.", fault, inner);
        }

        return new TryLaterException(
            trouble is OperationCanceledException ? "Instagram did not answer in time." : "Instagram could not be reached or its answer could not be read.",
            fault, inner);
    }

    private static bool NothingWasSent(Exception trouble) =>
        trouble is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        }
        || trouble.GetBaseException() is SocketException
        {
            SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain
                or SocketError.NetworkUnreachable or SocketError.HostUnreachable,
        };

    private static string Proof(string token, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(token)));
}
