namespace Directino.Media.Library;

/// <summary>What became of something asked of the folders.</summary>
public abstract record FolderOutcome
{
    private FolderOutcome() { }

    public sealed record Done(MediaFolder Folder) : FolderOutcome;

    /// <summary>A rule of <see cref="FolderRules"/>.</summary>
    public sealed record Refused(string Rule) : FolderOutcome;
}

/// <summary>Names of the rules of folders. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class FolderRules
{
    public const string NameMissing = "folder-name-missing";
    public const string NameTooLong = "folder-name-too-long";
    public const string NameTaken = "folder-name-taken";
    public const string TooDeep = "folder-too-deep";
    public const string TooMany = "too-many-folders";
    public const string MovesLimit = "moves-limit";
    public const string Missing = "folder-missing";
}
