namespace Directino.Instagram.Errors;

/// <summary>Meta blocks this kind of action as spam or for its policies (4/2207051, 368, 10/1893063, 100/2534029): stop writing for hours, tell the person, do not retry.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class ActionBlockedException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
