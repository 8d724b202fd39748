namespace Directino.Planning;

/// <summary>What became of a change of a timetable.</summary>
public abstract record TimetableOutcome
{
    private TimetableOutcome() { }

    public sealed record Done(TimetableView Timetable) : TimetableOutcome;

    /// <summary>A rule of <see cref="TimetableRules"/>, or that it is not there or was changed meanwhile (<see cref="PostRules"/>).</summary>
    public sealed record Refused(string Rule) : TimetableOutcome;
}

/// <summary>Names of the rules of timetables. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class TimetableRules
{
    public const string TooMany = "too-many-slots";

    /// <summary>Why there is no next slot: there are none at all.</summary>
    public const string Empty = "timetable-empty";

    /// <summary>Why there is no next slot: the timetable rests.</summary>
    public const string Paused = "timetable-paused";
}
