namespace Directino.Instagram.Errors;

/// <summary>The call budget is used up: stop this bucket and wait <see cref="InstagramException.RetryAfter"/>, or 5, 10, 20, 40, 60 minutes. Codes 4, 17, 18, 32, 341, 613, 800xx. Calling on prolongs it.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class RateLimitedException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
