namespace Directino.Instagram.Errors;

/// <summary>The object does not exist for this token (100/33, 803, 9000001): deleted, foreign, or hidden by a missing permission.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class ObjectGoneException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
