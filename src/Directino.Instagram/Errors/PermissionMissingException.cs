namespace Directino.Instagram.Errors;

/// <summary>The permission or feature was not granted or was taken away (codes 3, 10, 200-299): switch off what needs it and tell the person.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class PermissionMissingException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
