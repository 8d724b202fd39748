using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Directino.Intake;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Directino.Web.Intake;

/// <summary>Where Instagram delivers. The signature is the authorisation; what it covers is on disk before the answer.</summary>
public static class WebhookEndpoints
{
    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/webhooks/instagram").AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        group.MapGet("/", Handshake);
        group.MapPost("/", Receive);
        return routes;
    }

    /// <summary>Meta's check of the callback (API reference, webhooks section 2): the challenge comes back as it was sent.</summary>
    private static IResult Handshake(
        [FromQuery(Name = "hub.mode")] string? mode,
        [FromQuery(Name = "hub.challenge")] string? challenge,
        [FromQuery(Name = "hub.verify_token")] string? token,
        IOptions<IntakeOptions> options)
    {
        var expected = options.Value.VerifyToken;
        return mode == "subscribe" && !string.IsNullOrEmpty(expected) && token is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(expected))
            ? Results.Text(challenge ?? "", "text/plain")
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task Receive(HttpContext context, WebhookReceiver receiver, IOptions<IntakeOptions> options)
    {
        var request = context.Request;
        var largest = options.Value.LargestBody;
        if (request.ContentLength > largest)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? 16 * 1024) + 1);
        try
        {
            var length = 0;
            while (true)
            {
                var read = await request.Body.ReadAsync(buffer.AsMemory(length), context.RequestAborted);
                if (read == 0)
                    break;
                length += read;
                if (length > largest)
                {
                    context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                    return;
                }

                if (length == buffer.Length)
                    buffer = Grow(buffer, length);
            }

            var known = await receiver.Receive(buffer.AsMemory(0, length), request.Headers["X-Hub-Signature-256"]);
            context.Response.StatusCode = known ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
