namespace Directino.Planning.Neighbours;

/// <summary>What a post stands beside and what it repeats. Pure.</summary>
public static class Neighbourhood
{
    /// <summary>Posts closer than this take each other's audience.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromMinutes(15);

    /// <summary>So far back and ahead one is told of the same.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>At most one about the time and one about what is shown and said.</summary>
    /// <param name="post">What is being written.</param>
    /// <param name="neighbours">Other posts of its account.</param>
    /// <param name="now">The present, for a post without a time.</param>
    public static IReadOnlyList<PostWarning> Warnings(ComposedPost post, IReadOnlyCollection<PostNeighbour> neighbours, DateTimeOffset now)
    {
        var others = neighbours.Where(n => n.Id != post.Id).ToList();
        var series = neighbours.FirstOrDefault(n => n.Id == post.Id)?.Series;
        PostWarning?[] found = [Crowds(post, others), Repeats(post, others.Where(n => series is null || n.Series != series), post.Slot ?? now)];
        return [.. found.OfType<PostWarning>()];
    }

    /// <summary>Stories come in rows: of those only the very same minute is told.</summary>
    private static PostWarning? Crowds(ComposedPost post, IReadOnlyList<PostNeighbour> others)
    {
        if (post.Slot is not { } slot)
            return null;
        var nearest = others.Select(n => (Other: n, Apart: Minute(n.At) - Minute(slot)))
            .Where(n => n.Apart == TimeSpan.Zero || (n.Apart.Duration() <= Near && post.Kind != PostKind.Story && n.Other.Kind != PostKind.Story))
            .OrderBy(n => n.Apart.Duration()).FirstOrDefault();
        return nearest.Other is null ? null
            : new(nearest.Apart == TimeSpan.Zero ? NeighbourRules.SameMinute : NeighbourRules.NearSlot, nearest.Other, nearest.Apart);
    }

    /// <summary>A story of what is in the feed is no repetition. Of several the most alike, then the nearest.</summary>
    private static PostWarning? Repeats(ComposedPost post, IEnumerable<PostNeighbour> others, DateTimeOffset at) =>
        others.Where(n => (n.Kind == PostKind.Story) == (post.Kind == PostKind.Story) && (n.At - at).Duration() <= Memory)
            .Select(n => (Other: n, Rule: Rule(Shows(post.Pictures, n.Pictures), n.Words.IsLike(post.Words))))
            .Where(n => n.Rule is not null).OrderByDescending(n => n.Rule == NeighbourRules.SamePost).ThenBy(n => (n.Other.At - at).Duration())
            .Select(n => new PostWarning(n.Rule!, n.Other)).FirstOrDefault();

    private static string? Rule(bool shows, bool says) => (shows, says) switch
    {
        (true, true) => NeighbourRules.SamePost,
        (true, false) => NeighbourRules.SamePictures,
        (false, true) => NeighbourRules.SameWords,
        _ => null,
    };

    /// <summary>What is seen first, or most of it: the card with the logo at the end of every carousel is none.</summary>
    private static bool Shows(IReadOnlyList<string> mine, IReadOnlyList<string> theirs) =>
        mine.Count > 0 && theirs.Count > 0 && (mine[0] == theirs[0] || mine.Intersect(theirs).Count() * 2 > Math.Max(mine.Count, theirs.Count));

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}

/// <summary>A post that is being written, as far as its neighbours are concerned.</summary>
/// <param name="Id">Null while it is new.</param>
public sealed record ComposedPost(PostId? Id, PostKind Kind, DateTimeOffset? Slot, IReadOnlyList<string> Pictures, CaptionTrace Words);
