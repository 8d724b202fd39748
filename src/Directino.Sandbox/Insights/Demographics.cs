namespace Directino.Sandbox.Insights;

/// <summary>Follower counts by group; the keys are Meta's dimension values (<c>25-34</c>, <c>F</c>, <c>PT</c>, <c>Lisbon, Lisbon District</c>).</summary>
public sealed record Demographics
{
    public IReadOnlyDictionary<string, int> Age { get; init; } = new Dictionary<string, int>();
    public IReadOnlyDictionary<string, int> Gender { get; init; } = new Dictionary<string, int>();
    public IReadOnlyDictionary<string, int> Country { get; init; } = new Dictionary<string, int>();
    public IReadOnlyDictionary<string, int> City { get; init; } = new Dictionary<string, int>();

    /// <summary>Followers on line by hour of the day (Pacific), 24 values.</summary>
    public IReadOnlyList<int> OnlineByHour { get; init; } = [];

    /// <summary>How a weekday differs from the others, from Sunday on, seven values; none when all are alike.</summary>
    public IReadOnlyList<double> OnlineByWeekday { get; init; } = [];

    /// <summary>Followers on line in the hours of one day (Pacific).</summary>
    public IEnumerable<int> Online(DateOnly day) =>
        OnlineByHour.Select(hour => (int)(hour * (OnlineByWeekday.Count == 7 ? OnlineByWeekday[(int)day.DayOfWeek] : 1)));
}
