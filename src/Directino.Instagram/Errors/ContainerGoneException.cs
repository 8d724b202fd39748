namespace Directino.Instagram.Errors;

/// <summary>The container is unknown, failed or older than 24 hours (24/2207006, 24/2207008, -2/2207020, -1/2207053): make a new one.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class ContainerGoneException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
