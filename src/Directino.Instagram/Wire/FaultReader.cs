using System.Text.Json;
using Directino.Instagram.Errors;

namespace Directino.Instagram.Wire;

/// <summary>Reads every error body of limits-and-errors.md section 1: Graph, login host, upload host, HTML and nothing at all.</summary>
internal static class FaultReader
{
    /// <summary>A success status does not exclude an error object.</summary>
    public static bool LooksLikeFault(ReadOnlySpan<byte> body)
    {
        var start = body.TrimStart(" \t\r\n"u8);
        return start.StartsWith("{\"error\":{"u8) || start.StartsWith("{\"error\": {"u8) || start.StartsWith("{\"error_type\""u8)
            || start.StartsWith("{\"debug_info\""u8);
    }

    public static InstagramFault Read(ReadOnlyMemory<byte> body, HttpResponseMessage answer, InstagramUsage? usage, string? token)
    {
        var wait = usage?.Regain ?? answer.Headers.RetryAfter?.Delta;
        var empty = new InstagramFault { HttpStatus = answer.StatusCode, RetryAfter = wait, TraceId = TraceHeader(answer) };
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var fault = Loose.Object(root, "error") is { } error ? Graph(empty, error)
                : Loose.Text(root, "error_message") is not null || Loose.Text(root, "error_type") is not null ? LoginHost(empty, root)
                : Loose.Object(root, "debug_info") is { } debug ? UploadHost(empty, debug)
                : empty;
            return fault with { Message = Without(fault.Message, token) };
        }
        catch (JsonException)
        {
            // A gateway's HTML page or an empty body: the status is all there is.
            return empty;
        }
    }

    private static InstagramFault Graph(InstagramFault fault, JsonElement error)
    {
        var code = Loose.Int(error, "code");
        return fault with
        {
            Code = code ?? 0,
            HasCode = code is not null,
            Subcode = Loose.Int(error, "error_subcode"),
            Type = Loose.Text(error, "type"),
            Message = Loose.Text(error, "message"),
            TraceId = Loose.Text(error, "fbtrace_id") ?? fault.TraceId,
            UserTitle = Loose.Text(error, "error_user_title"),
            UserMessage = Loose.Text(error, "error_user_msg"),
            IsTransient = Loose.Truth(error, "is_transient"),
        };
    }

    // The "code" of this shape is the HTTP status, so it must not be looked up among Graph codes.
    // Whatever is wrong here (used code, other redirect), the way on is a new login: read it as code 190.
    private static InstagramFault LoginHost(InstagramFault fault, JsonElement root) => fault with
    {
        Code = (int?)fault.HttpStatus >= 500 ? 0 : 190,
        HasCode = (int?)fault.HttpStatus < 500,
        Type = Loose.Text(root, "error_type"),
        Message = Loose.Text(root, "error_message"),
    };

    private static InstagramFault UploadHost(InstagramFault fault, JsonElement debug) => fault with
    {
        Type = Loose.Text(debug, "type"),
        Message = Within(Loose.Text(debug, "message")),
        IsTransient = Loose.Truth(debug, "retriable"),
    };

    /// <summary>The upload host packs an error object as text into its message.</summary>
    private static string? Within(string? message)
    {
        if (message?.StartsWith('{') != true) return message;
        try
        {
            using var json = JsonDocument.Parse(message);
            return Loose.Text(Loose.Object(json.RootElement, "error"), "message") ?? message;
        }
        catch (JsonException)
        {
            return message;
        }
    }

    private static string? TraceHeader(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("x-fb-trace-id", out var trace) ? trace.FirstOrDefault() : null;

    private static string? Without(string? message, string? token) =>
        message is null || string.IsNullOrEmpty(token) ? message : message.Replace(token, "[token]", StringComparison.Ordinal);
}
