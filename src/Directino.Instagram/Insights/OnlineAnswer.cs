namespace Directino.Instagram.Insights;

/// <summary>Followers on line, a day at a time.</summary>
/// <param name="Days">In the order Meta gave them; a day without any hour says nothing.</param>
/// <param name="IsUnsupported">This host does not serve it; do not ask again.</param>
public sealed record OnlineAnswer(IReadOnlyList<OnlineDay> Days, bool IsUnsupported);

/// <summary>One day.</summary>
/// <param name="EndTime">End of the day as Meta names it; null when it came without.</param>
/// <param name="Hours">Followers on line by hour, 0 to 23; an hour that is missing is unknown, not 0.</param>
public sealed record OnlineDay(DateTimeOffset? EndTime, IReadOnlyDictionary<int, long> Hours);
