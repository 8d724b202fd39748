namespace Directino.Instagram.Errors;

/// <summary>Trouble at Meta or on the way, and certainly nothing happened: repeat later, with back-off. Codes 1, 2, -1/2207032, -2/2207003, timeouts of reads, refused connections.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class TryLaterException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
