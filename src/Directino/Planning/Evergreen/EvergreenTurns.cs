using Directino.Planning.Quotas;

namespace Directino.Planning.Evergreen;

/// <summary>
/// Whose turn it is at the slots to come. The one that was out longest ago, outside its cool-down, and never the same twice in a row; a slot stays
/// empty when the day, the week or Instagram's day is full. Pure.
/// </summary>
public static class EvergreenTurns
{
    /// <param name="slots">Free slots, in order.</param>
    /// <param name="pool">What may be taken.</param>
    /// <param name="limits">How often.</param>
    /// <param name="uses">What was put into slots before, by any order.</param>
    /// <param name="posts">Every post of the account that is out or will be.</param>
    /// <param name="quota">What Instagram lets the account publish; null until it has said it.</param>
    /// <param name="zone">The clock of the account.</param>
    public static IReadOnlyList<EvergreenTurn> Of(
        IEnumerable<DateTimeOffset> slots, IReadOnlyCollection<EvergreenCandidate> pool, EvergreenLimits limits,
        IEnumerable<(DateTimeOffset Slot, EvergreenId Id)> uses, IEnumerable<DateTimeOffset> posts, PostQuota? quota, TimeZoneInfo zone)
    {
        var used = uses.ToList();
        var times = posts.ToList();
        var last = pool.ToDictionary(c => c.Id, c => c.LastAt);
        List<EvergreenTurn> turns = [];
        foreach (var slot in slots)
        {
            var turn = Turn(slot, pool, last, limits, used, times, quota, zone);
            turns.Add(turn);
            if (turn.Id is not { } id)
                continue;
            last[id] = slot;
            used.Add((slot, id));
            times.Add(slot);
        }

        return turns;
    }

    private static EvergreenTurn Turn(
        DateTimeOffset slot, IReadOnlyCollection<EvergreenCandidate> pool, Dictionary<EvergreenId, DateTimeOffset?> last, EvergreenLimits limits,
        List<(DateTimeOffset Slot, EvergreenId Id)> used, List<DateTimeOffset> posts, PostQuota? quota, TimeZoneInfo zone)
    {
        var day = DayOf(slot, zone);
        if (used.Count(u => DayOf(u.Slot, zone) == day) >= limits.PerDay)
            return new(slot, null, EvergreenWhy.DayIsFull);
        if (used.Count(u => Monday(DayOf(u.Slot, zone)) == Monday(day)) >= limits.PerWeek)
            return new(slot, null, EvergreenWhy.WeekIsFull);
        if (quota?.Fits(posts, slot) == false)
            return new(slot, null, EvergreenWhy.QuotaIsFull);
        var coolDown = TimeSpan.FromDays(limits.CoolDownDays);
        var ready = pool.Where(c => !c.IsResting && (last[c.Id] is not { } at || at + coolDown <= slot)).ToList();
        if (ready.Count == 0)
            return new(slot, null, EvergreenWhy.AllCoolDown, pool.Where(c => !c.IsResting).Min(c => last[c.Id] + coolDown));
        var before = used.Where(u => u.Slot < slot).OrderByDescending(u => u.Slot).Select(u => (EvergreenId?)u.Id).FirstOrDefault();
        if (ready.Where(c => c.Id != before).OrderBy(c => last[c.Id] ?? DateTimeOffset.MinValue).ThenBy(c => c.Id.Value).FirstOrDefault() is not { } next)
            return new(slot, null, EvergreenWhy.NeverTwice);
        return new(slot, next.Id, last[next.Id] is null ? EvergreenWhy.NeverOut : EvergreenWhy.OutLongestAgo, last[next.Id]);
    }

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(LocalTime.Of(at, zone));

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <summary>What of a post of the pool decides whether it is its turn.</summary>
public sealed record EvergreenCandidate(EvergreenId Id, DateTimeOffset? LastAt, bool IsResting);

/// <summary>A slot to come.</summary>
/// <param name="Id">What is put into it; null when it stays empty.</param>
/// <param name="Why">Why that one, or none.</param>
/// <param name="At">When that one was out last; of all in their cool-down, when the first is ready.</param>
public sealed record EvergreenTurn(DateTimeOffset Slot, EvergreenId? Id, EvergreenWhy Why, DateTimeOffset? At = null);

public enum EvergreenWhy
{
    NeverOut,
    OutLongestAgo,
    DayIsFull,
    WeekIsFull,
    QuotaIsFull,
    AllCoolDown,
    NeverTwice,
}
