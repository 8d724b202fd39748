using System.Security.Cryptography;
using System.Text;
using Directino.Idempotency;
using Directino.Media.Uploads;
using Directino.Persistence;
using Directino.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Directino.Web.Idempotency;

/// <summary>
/// The header <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header): a request that changes something may be sent again with it,
/// and is done once. Requests without it do not come here.
/// </summary>
internal sealed partial class IdempotencyKey(RequestDelegate next, KeyedRequests requests, UploadBook uploads, IProblemDetailsService problems, ILogger<IdempotencyKey> logger)
{
    public const string Header = "Idempotency-Key";
    public const string Replayed = "Idempotency-Replayed";
    public const int Longest = 255;
    private const int MostInMemory = 64 * 1024;

    public static bool Comes(HttpContext http) =>
        IsUnsafe(http.Request.Method) && http.Request.Headers.ContainsKey(Header) && http.Request.Path.StartsWithSegments("/api/v1", StringComparison.Ordinal);

    public static bool IsUnsafe(string method) => HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method);

    public async Task InvokeAsync(HttpContext http, CurrentVisitor visitors)
    {
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<OffsetsInstead>() is not null || await visitors.Find(http.RequestAborted) is not { } visitor)
        {
            await next(http);
            return;
        }

        if (http.Request.Headers[Header] is not [{ Length: > 0 and <= Longest } key] || key.Any(c => c is < '!' or > '~'))
        {
            await Refuse(http, StatusCodes.Status400BadRequest, $"{Header} is one value of 1 to {Longest} visible ASCII characters.");
            return;
        }

        if (http.Request.ContentLength > uploads.Largest)
        {
            await Refuse(http, StatusCodes.Status413PayloadTooLarge, $"A body is at most {uploads.Largest} bytes.");
            return;
        }

        var owner = new KeyOwner(visitor.Workspace, visitor.Person, visitor.Key?.Id.ToString() ?? "", Hash(key));
        switch (await requests.Begin(owner, await Fingerprint(http.Request), http.RequestAborted))
        {
            case KeyStanding.Fresh:
                await DoOnce(http, owner);
                break;
            case KeyStanding.Taken:
                await Refuse(http, StatusCodes.Status422UnprocessableEntity, $"This {Header} was used for another request in the last 24 hours. Use a new one for each thing that is to be done.");
                break;
            case KeyStanding.Working:
                http.Response.Headers.RetryAfter = "2";
                await Refuse(http, StatusCodes.Status409Conflict, "The first request with this key is still being worked on. Ask again in a moment.");
                break;
            case KeyStanding.Unknown:
                await Refuse(http, StatusCodes.Status409Conflict, "The first request with this key was interrupted, and it is not known whether it was done. Read what it was to change, and if it was not done send it with a new key.");
                break;
            case KeyStanding.Answered { Body: null, Status: var status }:
                http.Response.Headers[Replayed] = "true";
                await Refuse(http, StatusCodes.Status409Conflict, $"The first request with this key was done and answered with {status}, but its answer is not kept, because it is large or told a secret. Read what it made.");
                break;
            case KeyStanding.Answered answer:
                await Replay(http.Response, answer);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task DoOnce(HttpContext http, KeyOwner owner)
    {
        // What is begun is finished and its answer kept, also when the line is lost meanwhile: the sender asks again.
        http.RequestAborted = CancellationToken.None;
        var (line, seen) = (http.Response.Body, WriteWatch.Begin());
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        try
        {
            await next(http);
        }
        catch
        {
            http.Response.Body = line;
            await Fail(owner, seen);
            throw;
        }

        http.Response.Body = line;
        var headers = http.Response.Headers;
        // Kept before it is sent: who has the answer will get the same again.
        if (IsJudgement(http.Response.StatusCode))
        {
            var body = answer.Length <= KeyedRequest.LargestBody && http.GetEndpoint()?.Metadata.GetMetadata<TellsSecret>() is null ? answer.ToArray() : null;
            var kept = new KeyStanding.Answered(
                http.Response.StatusCode, http.Response.ContentType, headers.Location is [{ } place] ? place : null, headers.ETag is [{ } tag] ? tag : null, body);
            await Settle(() => requests.Keep(owner, kept, CancellationToken.None));
        }
        else
        {
            await Fail(owner, seen);
        }

        answer.Position = 0;
        await answer.CopyToAsync(line);
    }

    /// <summary>What was done, or was refused for what it says; not what hung on who asked, when, or on us.</summary>
    private static bool IsJudgement(int status) =>
        status is >= 200 and < 300 or StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound or StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity;

    /// <summary>Where nothing was changed the key may be tried again; where something may have been, who asks again is told that it is not known.</summary>
    private Task Fail(KeyOwner owner, WriteWatch.Seen seen) =>
        Settle(() => seen.Writes ? requests.Doubt(owner, CancellationToken.None) : requests.Forget(owner, CancellationToken.None));

    private async Task Settle(Func<Task> settle)
    {
        try
        {
            await settle();
        }
        catch (Exception error)
        {
            // The answer itself stands. Who asks again is told that the outcome is not known, and nothing is done twice.
            LogNotKept(error);
        }
    }

    private static async Task Replay(HttpResponse response, KeyStanding.Answered answer)
    {
        response.StatusCode = answer.Status;
        response.Headers[Replayed] = "true";
        if (answer.ContentType is not null)
            response.ContentType = answer.ContentType;
        if (answer.Location is not null)
            response.Headers.Location = answer.Location;
        if (answer.ETag is not null)
            response.Headers.ETag = answer.ETag;
        if (answer.Body is { Length: > 0 } body)
            await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);
    }

    private async Task Refuse(HttpContext http, int status, string why)
    {
        http.Response.StatusCode = status;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        await problems.WriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = new ProblemDetails { Status = status, Detail = why } });
    }

    /// <summary>Method, address and body. The body is read here, and again by the endpoint; what is large lies in a file meanwhile.</summary>
    private async Task<string> Fingerprint(HttpRequest request)
    {
        request.EnableBuffering(MostInMemory, uploads.Largest);
        var body = await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return Hash($"{request.Method} {request.PathBase}{request.Path}{request.QueryString}\n{Convert.ToHexStringLower(body)}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [LoggerMessage(LogLevel.Error, "The outcome of a request with an idempotency key could not be kept")]
    private partial void LogNotKept(Exception error);
}

/// <summary>Marks endpoints whose answer holds a secret that is told this once: it is kept nowhere.</summary>
internal sealed class TellsSecret;

/// <summary>Marks endpoints that take a key for nothing: they tell by their own offsets what is done already.</summary>
internal sealed class OffsetsInstead;
