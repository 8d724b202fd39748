namespace Directino.Instagram.Errors;

/// <summary>The container is still being processed (9007/2207027): read its status, publish later.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class ContainerNotReadyException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
