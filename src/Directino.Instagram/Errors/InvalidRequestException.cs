namespace Directino.Instagram.Errors;

/// <summary>The request itself is wrong (code 100 and relatives): repeating it will never help.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class InvalidRequestException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
