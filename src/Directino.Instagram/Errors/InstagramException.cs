using System.Net;

namespace Directino.Instagram.Errors;

/// <summary>A call failed. Each derived type is one thing the caller can do about it; see the table in <c>README.md</c>.</summary>
/// <param name="message">What happened, without tokens and URLs.</param>
/// <param name="fault">What the answer said, when there was one.</param>
/// <param name="inner">The cause on the network, when there was one.</param>
public abstract class InstagramException(string message, InstagramFault? fault = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Everything the answer said.</summary>
    public InstagramFault Fault { get; } = fault ?? new InstagramFault();

    /// <inheritdoc cref="InstagramFault.Code"/>
    public int Code => Fault.Code;

    /// <inheritdoc cref="InstagramFault.Subcode"/>
    public int? Subcode => Fault.Subcode;

    /// <inheritdoc cref="InstagramFault.TraceId"/>
    public string? TraceId => Fault.TraceId;

    /// <inheritdoc cref="InstagramFault.UserTitle"/>
    public string? UserTitle => Fault.UserTitle;

    /// <inheritdoc cref="InstagramFault.UserMessage"/>
    public string? UserMessage => Fault.UserMessage;

    /// <inheritdoc cref="InstagramFault.HttpStatus"/>
    public HttpStatusCode? HttpStatus => Fault.HttpStatus;

    /// <inheritdoc cref="InstagramFault.IsTransient"/>
    public bool IsTransient => Fault.IsTransient;

    /// <inheritdoc cref="InstagramFault.RetryAfter"/>
    public TimeSpan? RetryAfter => Fault.RetryAfter;
}
