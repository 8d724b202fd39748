namespace Directino.Instagram.Publishing;

/// <summary>Why an option is not possible.</summary>
public enum OptionDenial
{
    /// <summary>Only for accounts connected with Facebook Login.</summary>
    FacebookLoginOnly,

    /// <summary>It is said once, on the carousel, not on its items.</summary>
    OnTheCarousel,

    /// <summary>It is said on each item, not on the carousel.</summary>
    OnTheItems,

    /// <summary>Stories do not have it.</summary>
    NotOnStories,

    /// <summary>Only pictures have it.</summary>
    PicturesOnly,

    /// <summary>Only films have it.</summary>
    VideosOnly,

    /// <summary>Only reels have it.</summary>
    ReelsOnly,

    /// <summary>Only trial reels have it.</summary>
    TrialReelsOnly,

    /// <summary>A post has a poll or a comment prompt, not both.</summary>
    PollOrPrompt,

    /// <summary>A reel has a sound of the catalogue, or a name for its own one, not both.</summary>
    AudioOrName,
}

/// <summary>Whether an option is possible for one kind through one login.</summary>
/// <param name="Denial">Why it is not; null when it is possible.</param>
/// <param name="IsRequired">It must be given.</param>
public readonly record struct OptionRule(OptionDenial? Denial, bool IsRequired = false)
{
    /// <summary>It may be given.</summary>
    public bool IsAllowed => Denial is null;

    /// <summary>The reason as a sentence for developers; null when the option is possible.</summary>
    public string? Reason => Denial is { } denial ? Sentence(denial) : null;

    internal static string Sentence(OptionDenial denial) => denial switch
    {
        OptionDenial.FacebookLoginOnly => "Instagram offers it only to accounts connected with Facebook Login.",
        OptionDenial.OnTheCarousel => "It belongs to the carousel, not to its items.",
        OptionDenial.OnTheItems => "It belongs to the items of the carousel.",
        OptionDenial.NotOnStories => "Stories do not have it.",
        OptionDenial.PicturesOnly => "Only pictures have it.",
        OptionDenial.VideosOnly => "Only films have it.",
        OptionDenial.ReelsOnly => "Only reels have it.",
        OptionDenial.TrialReelsOnly => "Only trial reels have it.",
        OptionDenial.PollOrPrompt => "A post has a poll or a comment prompt, not both.",
        _ => "A reel has a sound of the catalogue, or a name for its own one, not both.",
    };
}
