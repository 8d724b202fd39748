namespace Directino.Instagram.Errors;

/// <summary>The account has published as much as it may in 24 hours (9/2207042): publish when the window has moved.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class PublishingLimitException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
