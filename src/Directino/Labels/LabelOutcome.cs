namespace Directino.Labels;

/// <summary>What became of something asked of the labels.</summary>
public abstract record LabelOutcome
{
    private LabelOutcome() { }

    public sealed record Done(Label Label) : LabelOutcome;

    /// <summary>A rule of <see cref="LabelRules"/>.</summary>
    public sealed record Refused(string Rule) : LabelOutcome;
}

/// <summary>Names of the rules of labels. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class LabelRules
{
    public const string NameMissing = "label-name-missing";
    public const string NameTooLong = "label-name-too-long";
    public const string NameTaken = "label-name-taken";
    public const string TooMany = "too-many-labels";
    public const string Missing = "label-missing";
}
