using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Directino.Instagram.Webhooks;
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

        var signature = request.Headers[WebhookSignature.Header];
        var known = WebhookReceiver.IsLarge(request.ContentLength)
            ? await receiver.Receive(request.Body, (int)request.ContentLength!.Value, signature, context.RequestAborted)
            : await ReceiveBuffered(context, receiver, largest, signature);
        context.Response.StatusCode = known switch
        {
            null => StatusCodes.Status413PayloadTooLarge,
            true => StatusCodes.Status200OK,
            false => StatusCodes.Status401Unauthorized,
        };
    }

    /// <summary>A small body, or one that did not say its length; null when it turned out to be too large.</summary>
    private static async Task<bool?> ReceiveBuffered(HttpContext context, WebhookReceiver receiver, int largest, string? signature)
    {
        var request = context.Request;
        var buffer = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? 16 * 1024) + 1);
        try
        {
            var length = 0;
            while (true)
            {
                var read = await request.Body.ReadAsync(buffer.AsMemory(length), context.RequestAborted);
                if (read == 0)
                    return await receiver.Receive(buffer.AsMemory(0, length), signature);
                length += read;
                if (length > largest)
                    return null;
                if (length == buffer.Length)
                    buffer = Grow(buffer, length);
            }
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
