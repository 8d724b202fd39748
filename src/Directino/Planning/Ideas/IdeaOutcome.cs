namespace Directino.Planning.Ideas;

/// <summary>What became of something asked of the ideas.</summary>
public abstract record IdeaOutcome
{
    private IdeaOutcome() { }

    public sealed record Done(Idea Idea) : IdeaOutcome;

    /// <summary>A rule of <see cref="IdeaRules"/> or <see cref="PostRules"/>.</summary>
    public sealed record Refused(string Rule) : IdeaOutcome;
}

/// <summary>Names of the rules of ideas. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class IdeaRules
{
    public const string TitleMissing = "idea-title-missing";
    public const string TitleTooLong = "idea-title-too-long";
    public const string TextTooLong = "idea-text-too-long";
    public const string TooManyLinks = "idea-too-many-links";
    public const string TooManyPictures = "idea-too-many-pictures";
    public const string NoLink = "idea-no-link";
    public const string TooMany = "too-many-ideas";

    /// <summary>It is a post already.</summary>
    public const string IsPost = "idea-is-post";
}
