namespace Directino.Instagram.Errors;

/// <summary>The account is restricted, inactive or checkpointed (25/2207050, 190/459 and 464 before login): the person must act in Instagram; pause the account.</summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class AccountRestrictedException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner);
