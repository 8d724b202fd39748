using Directino.Planning;
using Directino.Planning.Campaigns;
using Directino.Planning.Days;
using Directino.Planning.Quotas;

namespace Directino.Web.Planning;

/// <summary>A day of the calendar with what stands on it, in order.</summary>
public sealed record PlanDay(DateOnly Date, bool IsToday, bool IsOfMonth, bool IsPast, PlannedDay Planned)
{
    public static PlannedDay Nothing { get; } = new([], 0);

    /// <summary>Its first posts: as many as are shown.</summary>
    public IReadOnlyList<PlannedPost> Posts => Planned.Posts;

    /// <summary>How many posts it has.</summary>
    public int Count => Planned.Count;

    /// <summary>The slots of timetables that no post has taken.</summary>
    public IReadOnlyList<FreeSlot> Free { get; init; } = [];

    /// <summary>What it takes of the quotas of accounts, the fullest first.</summary>
    public IReadOnlyList<DayQuota> Quotas { get; init; } = [];

    /// <summary>What is noted about it, and what calendars say.</summary>
    public IReadOnlyList<DayMark> Marks { get; init; } = [];

    /// <summary>The campaigns it is in, by their lanes.</summary>
    public IReadOnlyList<Campaign?> Campaigns { get; init; } = [];

    /// <summary>The best hours of the account that is looked at.</summary>
    public IReadOnlyList<BestMark> Best { get; init; } = [];

    public static bool HaveSeveralQuotas(IEnumerable<PlanDay> days) => days.SelectMany(d => d.Quotas).Select(q => q.Account).Distinct().Take(2).Count() > 1;

    /// <summary>Its posts, at most so many, and its free slots in the order of time.</summary>
    public IEnumerable<(PlannedPost? Post, FreeSlot? Free)> Places(int most) => Posts.Take(most).Select(p => (p.At, Post: (PlannedPost?)p, Free: (FreeSlot?)null))
        .Concat(Free.Select(s => (At: (DateTimeOffset?)s.At, Post: (PlannedPost?)null, Free: (FreeSlot?)s))).OrderBy(p => p.At).Select(p => (p.Post, p.Free));
}
