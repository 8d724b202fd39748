using Directino.Planning;

namespace Directino.Web.Planning;

/// <summary>A day of the calendar with what stands on it, in order.</summary>
public sealed record PlanDay(DateOnly Date, bool IsToday, bool IsOfMonth, bool IsPast, IReadOnlyList<PlannedPost> Posts);
