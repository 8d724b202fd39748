namespace Directino.Planning.Snippets;

/// <summary>What may stand in a template between braces.</summary>
public enum SnippetVariable
{
    /// <summary><c>{date}</c>: day and month of the post.</summary>
    Date,

    /// <summary><c>{weekday}</c></summary>
    Weekday,

    /// <summary><c>{time}</c></summary>
    Time,

    /// <summary><c>{month}</c></summary>
    Month,

    /// <summary><c>{year}</c></summary>
    Year,

    /// <summary><c>{account}</c>: the handle of the post's account, with @.</summary>
    Account,

    /// <summary><c>{place}</c>: the place that is marked on the post.</summary>
    Place,

    /// <summary><c>{first-line}</c>: what stands in the first line of the caption.</summary>
    FirstLine,
}
