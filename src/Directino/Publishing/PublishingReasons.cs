using Directino.Instagram.Errors;
using Directino.Ledger;

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
    public const string TakenForSpam = "taken-for-spam";
    public const string Restricted = "account-restricted";
    public const string Limit = "publishing-limit";
    public const string Processing = "container-processing";
    public const string ContainerGone = "container-gone";
    public const string ContainerStuck = "container-stuck";
    public const string AnswerLost = "answer-lost";
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
        _ => null,
    };

    public static string Of(InstagramException error) => OfSubcode(error.Subcode) ?? error switch
    {
        ActionBlockedException => TakenForSpam,
        AccountRestrictedException => Restricted,
        PublishingLimitException => Limit,
        ContainerNotReadyException => Processing,
        ContainerGoneException => ContainerGone,
        MediaRefusedException => PictureRefused,
        _ => Reasons.Of(error),
    };
}
