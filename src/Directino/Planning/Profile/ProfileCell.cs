using Directino.Insights;
using Directino.Media;

namespace Directino.Planning.Profile;

/// <summary>One place of a profile.</summary>
/// <param name="At">When it came out, or is to.</param>
/// <param name="Beginning">The first words of its caption.</param>
public sealed record ProfileCell(DateTimeOffset At, PostKind Kind, bool HasSeveral, string Beginning)
{
    /// <summary>The post it is here; null when somebody published it elsewhere.</summary>
    public PostId? Post { get; init; }

    /// <summary>Where its numbers are, when it was published elsewhere.</summary>
    public InsightPostId? Listed { get; init; }

    public int Version { get; init; }

    public required PostState State { get; init; }

    public MediaItemId? Picture { get; init; }

    public string? PictureKey { get; init; }

    /// <summary>Instagram's own address of its picture.</summary>
    public string? PictureUrl { get; init; }

    /// <summary>Whether the profile shows it at all.</summary>
    internal bool IsShown { get; init; } = true;

    /// <summary>Whether its time may be exchanged for another one's.</summary>
    public bool IsMovable => Post is not null && State is PostState.Draft or PostState.Scheduled;
}

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record ProfilePage(IReadOnlyList<ProfileCell> Cells, DateTimeOffset? Next);

/// <summary>A post's surroundings on the profile.</summary>
/// <param name="Above">What comes out after it, the last first: whole rows and what stands before it in its own.</param>
/// <param name="Below">What came out before it, the last first.</param>
public sealed record ProfileView(IReadOnlyList<ProfileCell> Above, IReadOnlyList<ProfileCell> Below)
{
    public const int Columns = 3;

    /// <summary>So many cells are shown below it.</summary>
    public const int MostBelow = 11;

    /// <param name="above">All that comes after it, the nearest first.</param>
    /// <param name="below">What came before it, the last first.</param>
    internal static ProfileView Of(IReadOnlyList<ProfileCell> above, IReadOnlyList<ProfileCell> below)
    {
        // It keeps its column when rows above are left out.
        var shown = above.Count <= Columns + 2 ? above.Count : Columns + (above.Count % Columns);
        return new([.. above.Take(shown).Reverse()], [.. below.Take(MostBelow - (shown % Columns))]);
    }
}
