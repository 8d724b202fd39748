namespace Directino.Planning.Files;

/// <summary>Names of the rules of files with posts. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class PlanFileRules
{
    // Of a file as a whole.
    public const string TooLarge = "file-too-large";
    public const string TooManyRows = "file-too-many-rows";
    public const string Workbook = "file-is-workbook";
    public const string NotUtf8 = "file-not-utf8";
    public const string NoColumns = "file-no-columns";
    public const string ColumnTwice = "file-column-twice";
    public const string NoRows = "file-no-rows";
    public const string OpenQuote = "file-open-quote";

    // Of one row.
    public const string Surplus = "row-surplus";
    public const string TooLong = "cell-too-long";
    public const string AccountUnknown = "account-unknown";
    public const string DateUnreadable = "date-unreadable";
    public const string DateAmbiguous = "date-ambiguous";
    public const string DateMissing = "date-missing";
    public const string TimeUnreadable = "time-unreadable";
    public const string TimeMissing = "time-missing";
    public const string TimeSkipped = "time-skipped";
    public const string TimeTwice = "time-twice";
    public const string KindUnknown = "kind-unknown";
    public const string YesUnknown = "yes-unknown";
    public const string MediaUnknown = "media-unknown";
    public const string MediaAmbiguous = "media-ambiguous";
    public const string MediaIsAddress = "media-is-address";
    public const string AltTextsTooMany = "alt-texts-too-many";
    public const string LabelUnknown = "label-unknown";
    public const string CampaignUnknown = "campaign-unknown";
    public const string MoreUnreadable = "more-unreadable";
    public const string Nothing = "row-says-nothing";
    public const string SameRow = "same-row";
    public const string AlreadyImported = PostRules.AlreadyImported;
    public const string AlreadyThere = "already-there";
    public const string TimeShared = "time-shared";
    public const string TimeSharedInFile = "time-shared-in-file";
    public const string SaidBefore = "said-before";
    public const string SaidInFile = "said-in-file";

    /// <summary>Another post is within a quarter of an hour.</summary>
    public const string TimeNear = "time-near";

    /// <summary>The account shows the same pictures within a month.</summary>
    public const string ShownBefore = "shown-before";

    /// <summary>It says nearly the same within a month.</summary>
    public const string SaidAlike = "said-alike";
}
