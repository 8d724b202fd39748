namespace Directino.Instagram.Errors;

/// <summary>Instagram will not take this picture or video, or could not fetch it: too large (36000), format (36001, 352), aspect ratio (36003), caption (36004), not fetchable (9004).</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class MediaRefusedException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
