using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Planning;

namespace Directino.Publishing;

/// <summary>
/// Names of what can go wrong on the way to Instagram (API reference, publishing section 8). Resources hold the words under
/// <c>Rule.{name}</c>.
/// </summary>
public static class PublishingReasons
{
    public const string PictureTooLarge = "picture-too-large";
    public const string PictureFormat = "picture-format";
    public const string PictureShape = "picture-shape";
    public const string PictureNotFetched = "picture-not-fetched";
    public const string PictureRefused = "picture-refused";
    public const string PictureGone = "picture-gone";
    public const string CaptionRefused = "caption-refused";
    public const string TooManyTags = "too-many-tags";

    /// <summary>Instagram's own trouble with a video; another container usually has none.</summary>
    public const string UploadFailed = "upload-failed";
    public const string ProductsRefused = "products-refused";

    /// <summary>The account has no shop of Meta's, or may not mark its products.</summary>
    public const string NoShop = "no-shop";

    /// <summary>Instagram no longer has the track or sound.</summary>
    public const string AudioGone = "audio-gone";

    /// <summary>Instagram does not take the track or sound from the account; of most of these faults it says no more.</summary>
    public const string AudioRefused = "audio-refused";

    /// <summary>Meta has not released its catalogue of sounds to the app.</summary>
    public const string NoAudio = "no-audio-catalog";
    public const string PlaceRefused = "place-refused";
    public const string SponsorRefused = "sponsor-refused";
    public const string PartnershipRefused = "partnership-refused";
    public const string TakenForSpam = "taken-for-spam";
    public const string Restricted = "account-restricted";
    public const string Limit = "publishing-limit";

    /// <summary>Instagram's access to the account ends before the slot, and could not be renewed so far.</summary>
    public const string TokenEnds = "token-ends-before-slot";
    public const string Processing = "container-processing";
    public const string ContainerGone = "container-gone";
    public const string ContainerStuck = "container-stuck";
    public const string AnswerLost = "answer-lost";

    /// <summary>Instagram knows of no poll below the caption (any more).</summary>
    public const string PollGone = "poll-gone";

    /// <summary>Of deleting: it is not at Instagram, so far as we know.</summary>
    public const string NotOut = "not-out";
    public const string Deleted = "deleted-already";

    /// <summary>Instagram's own login lets no program delete.</summary>
    public const string OnlyInTheApp = "only-in-the-app";

    /// <summary>Instagram deletes this kind of post through no program.</summary>
    public const string NotDeletable = "not-deletable";
    public const string Trouble = "instagram-trouble";

    /// <summary>The name for a subcode of Instagram's that says what is wrong with the post itself; null for any other.</summary>
    public static string? OfSubcode(int? subcode) => subcode switch
    {
        2207004 => PictureTooLarge,
        2207005 => PictureFormat,
        2207009 => PictureShape,
        2207010 => CaptionRefused,
        2207040 => TooManyTags,
        2207052 or 2207003 => PictureNotFetched,
        2207026 => PictureRefused,
        2207053 => UploadFailed,
        2207057 => PostRules.CoverOutsideVideo,
        2207035 or 2207036 or 2207037 => ProductsRefused,
        AudioFaults.NotReleased => NoAudio,
        _ when AudioFaults.Has(subcode) => AudioRefused,
        _ => null,
    };

    public static string Of(InstagramException error) => OfSubcode(error.Subcode) ?? OfWord(error.Fault.Message) ?? error switch
    {
        OptionRefusedException refused => PostCheck.RuleOf(refused.Denial)!,
        ActionBlockedException => TakenForSpam,
        AccountRestrictedException => Restricted,
        PublishingLimitException => Limit,
        ContainerNotReadyException => Processing,
        ContainerGoneException => ContainerGone,
        MediaRefusedException { HttpStatus: null } => PictureGone,
        MediaRefusedException => PictureRefused,
        _ => Reasons.Of(error),
    };

    /// <summary>What Instagram says of the post itself: another try would be answered the same.</summary>
    public static bool IsAboutThePost(string? reason) => reason is
        PictureTooLarge or PictureFormat or PictureShape or PictureRefused or CaptionRefused or TooManyTags or ProductsRefused or AudioGone or AudioRefused or NoAudio or PlaceRefused or SponsorRefused
        or PartnershipRefused or PostRules.CoverOutsideVideo or "invalid-request" or "object-gone";

    /// <summary>A few faults have a word in place of a subcode.</summary>
    private static string? OfWord(string? message) =>
        message is null ? null
        : message.Contains(PublishingWords.Location, StringComparison.Ordinal) ? PlaceRefused
        : message.Contains(PublishingWords.NotEligible, StringComparison.Ordinal) ? PartnershipRefused
        : message.Contains(PublishingWords.Sponsor, StringComparison.Ordinal) ? SponsorRefused
        : null;
}
