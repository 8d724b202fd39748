namespace Directino.Instagram.Errors;

/// <summary>The person cannot be written to or read (551, x/1545041, 10/2018108, 100/2534014, 100/2018001, 230): unknown id, blocked, or no consent.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class PersonUnavailableException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
