namespace Directino.Instagram.Errors;

/// <summary>The comment cannot get a private reply (100/2534025): it has had one, is older than 7 days, deleted, or the account's own. Never retry with another text.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class PrivateReplyUsedException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
