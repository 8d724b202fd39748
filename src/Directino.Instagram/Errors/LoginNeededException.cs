namespace Directino.Instagram.Errors;

/// <summary>The token is dead (codes 102, 190): only the person can help, by logging in again.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class LoginNeededException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
