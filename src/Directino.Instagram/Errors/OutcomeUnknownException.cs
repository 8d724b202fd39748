namespace Directino.Instagram.Errors;

/// <summary>A request with an effect was sent and its answer was lost or unreadable (timeout, broken connection, cut body, gateway page, codes 1 and 2): look whether it happened before repeating it.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class OutcomeUnknownException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
