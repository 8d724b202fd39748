namespace Directino.Planning.Visits;

/// <summary>The visits of one post, in memory. A window that says nothing for a while is gone: its process may have died.</summary>
public sealed class VisitBook(TimeProvider clock)
{
    /// <summary>So often a window says that it is still there.</summary>
    public static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Patience = 3 * Pulse;

    private readonly Dictionary<Guid, (Visit Visit, DateTimeOffset SeenAt)> _visits = [];

    public bool IsEmpty => _visits.Count == 0;

    public IReadOnlyList<Visit> All => [.. _visits.Values.Select(v => v.Visit).OrderBy(v => v.Id)];

    /// <summary>The name under which the feed tells that somebody came or went.</summary>
    public static string Kind(PostId post) => $"{nameof(Visit)}:{post}";

    /// <summary>True when that is news.</summary>
    public bool Enter(Visit visit)
    {
        var isNew = !_visits.TryGetValue(visit.Id, out var known) || known.Visit != visit;
        _visits[visit.Id] = (visit, clock.GetUtcNow());
        return Forget() | isNew;
    }

    /// <summary>True when it was there.</summary>
    public bool Leave(Guid visit) => Forget() | _visits.Remove(visit);

    /// <summary>Drops who has said nothing for too long; true when there was somebody.</summary>
    public bool Forget()
    {
        var now = clock.GetUtcNow();
        var gone = _visits.Where(v => now - v.Value.SeenAt > Patience).Select(v => v.Key).ToList();
        gone.ForEach(v => _visits.Remove(v));
        return gone.Count > 0;
    }
}
