namespace Directino.Instagram.Errors;

/// <summary>The person has not written within the allowed time (10/2534022, 10/2018278, 10/2018065): the message cannot be sent.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class OutsideWindowException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
