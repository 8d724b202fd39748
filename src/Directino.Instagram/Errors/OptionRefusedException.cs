using Directino.Instagram.Publishing;

namespace Directino.Instagram.Errors;

/// <summary>
/// Nothing was sent: an option is set that this kind or this login does not have (<see cref="PublishingOptions"/>). Leave it out, or connect the
/// account with the other login.
/// </summary>
/// <param name="option">The option.</param>
/// <param name="denial">Why it is not possible.</param>
public sealed class OptionRefusedException(PublishingOption option, OptionDenial denial)
    : InstagramException($"{option}: {OptionRule.Sentence(denial)}")
{
    /// <summary>The option that must be left out.</summary>
    public PublishingOption Option => option;

    /// <summary>Why it is not possible.</summary>
    public OptionDenial Denial => denial;
}
