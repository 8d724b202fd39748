using Directino.Accounts;
using Directino.Planning.Series;

namespace Directino.Planning.Neighbours;

/// <summary>Another post of the account, as far as one that is being written may repeat it or crowd it.</summary>
/// <param name="Beginning">The first words of its caption.</param>
/// <param name="Pictures">What it shows, in order, by content: the same file that was uploaded twice is one.</param>
public sealed record PostNeighbour(
    PostId Id, AccountId Account, PostState State, PostKind Kind, DateTimeOffset At, string Beginning, IReadOnlyList<string> Pictures, CaptionTrace Words)
{
    /// <summary>The series it is a day of: its days are meant to say the same.</summary>
    public SeriesId? Series { get; init; }
}

/// <summary>Good to know before a post goes out; it never stands in the way.</summary>
/// <param name="Rule">One of <see cref="NeighbourRules"/>.</param>
/// <param name="Apart">How far the other one stands from it in time; null where time is not what it is about.</param>
public sealed record PostWarning(string Rule, PostNeighbour Other, TimeSpan? Apart = null);

/// <summary>Names of what is good to know. Resources hold their words under <c>Warning.{name}</c>.</summary>
public static class NeighbourRules
{
    public const string SameMinute = "same-minute";
    public const string NearSlot = "near-slot";
    public const string SamePictures = "same-pictures";
    public const string SameWords = "same-words";

    /// <summary>Both.</summary>
    public const string SamePost = "same-post";
}
