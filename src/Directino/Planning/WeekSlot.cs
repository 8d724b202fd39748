namespace Directino.Planning;

/// <summary>A place in every week where a post may go, on the clock of an account.</summary>
public readonly record struct WeekSlot(DayOfWeek Weekday, TimeOnly Time)
{
    /// <summary>Clocks of slots show minutes.</summary>
    public static WeekSlot At(DayOfWeek weekday, TimeOnly time) => new(weekday, new TimeOnly(time.Hour, time.Minute));
}
