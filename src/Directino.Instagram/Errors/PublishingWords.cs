namespace Directino.Instagram.Errors;

/// <summary>Words in an error's message that stand for a fault without a subcode of its own (publishing.md section 8).</summary>
public static class PublishingWords
{
    /// <summary>The place has no location, or is none.</summary>
    public const string Location = "INSTAGRAM_PLATFORM_API__INVALID_LOCATION_ID";

    /// <summary>The account may not label paid partnerships.</summary>
    public const string NotEligible = "INSTAGRAM_PLATFORM_API__PERMISSION";

    /// <summary>A sponsor cannot be named, there are more than two, or it is the account itself.</summary>
    public const string Sponsor = "INSTAGRAM_PLATFORM_API__INVALID_PARAM";
}
