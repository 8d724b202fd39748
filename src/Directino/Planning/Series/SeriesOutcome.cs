using Directino.Planning.Snippets;

namespace Directino.Planning.Series;

/// <summary>What became of something asked of a series.</summary>
public abstract record SeriesOutcome
{
    private SeriesOutcome() { }

    public sealed record Done(PostSeries Series) : SeriesOutcome;

    /// <summary>A rule of <see cref="SeriesRules"/> or <see cref="PostRules"/>.</summary>
    /// <param name="Rule">Its name.</param>
    /// <param name="Lacking">What the texts ask for and no post of the series could tell.</param>
    public sealed record Refused(string Rule, IReadOnlyList<SnippetVariable>? Lacking = null) : SeriesOutcome;

    /// <summary>What Instagram would object to in its posts.</summary>
    public sealed record Objected(IReadOnlyList<Objection> Objections, PostContent Content) : SeriesOutcome;
}

/// <summary>Names of the rules of series. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class SeriesRules
{
    public const string EveryOutside = "series-every-outside";
    public const string WeekdayMissing = "series-weekday-missing";
    public const string TimesOutside = "series-times-outside";
    public const string UntilBeforeFirst = "series-until-before-first";
    public const string FirstOutside = "series-first-outside";

    /// <summary>By its rule nothing is still to come.</summary>
    public const string NothingToCome = "series-nothing-to-come";

    /// <summary>A text asks for what no post of the series could tell.</summary>
    public const string Lacking = "series-lacking";
    public const string UnknownLanguage = "series-unknown-language";
    public const string TooMany = "too-many-series";

    /// <summary>The post is of another account.</summary>
    public const string OtherAccount = "series-other-account";

    /// <summary>The post is of no series.</summary>
    public const string NotOfSeries = "series-not-of-series";

    /// <summary>The day is none of its rule.</summary>
    public const string NotItsDay = "series-not-its-day";
}
