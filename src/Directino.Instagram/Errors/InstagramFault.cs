using System.Net;

namespace Directino.Instagram.Errors;

/// <summary>What an error answer said, whatever its shape (limits-and-errors.md section 1). Never holds a token or a URL with one.</summary>
public sealed record InstagramFault
{
    /// <summary>Meta's code; may be negative; 0 when the answer had none.</summary>
    public int Code { get; init; }

    /// <summary>Meta's <c>error_subcode</c>.</summary>
    public int? Subcode { get; init; }

    /// <summary>Meta's <c>type</c>, for example <c>OAuthException</c> or <c>IGApiException</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Meta's message for developers.</summary>
    public string? Message { get; init; }

    /// <summary><c>fbtrace_id</c>, the id Meta's support asks for.</summary>
    public string? TraceId { get; init; }

    /// <summary>Title for the end user, in the account's language.</summary>
    public string? UserTitle { get; init; }

    /// <summary>Message for the end user, in the account's language.</summary>
    public string? UserMessage { get; init; }

    /// <summary>HTTP status; null when no answer came.</summary>
    public HttpStatusCode? HttpStatus { get; init; }

    /// <summary>Meta's own hint that a retry may help. Not to be trusted alone.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long Meta says to wait, from the usage headers or <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    internal bool HasCode { get; init; }
}
