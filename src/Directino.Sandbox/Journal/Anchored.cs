namespace Directino.Sandbox.Journal;

/// <summary>The first line: the moment around which the seed is planted, so that a restart plants the same one.</summary>
public sealed record Anchored(DateTimeOffset At) : Effect
{
    internal override void Apply(WorldState state, JournalEntry entry) { }
}

/// <summary>The sandbox clock was moved; the offset is the sum of all moves.</summary>
public sealed record ClockMoved(TimeSpan Offset) : Effect
{
    internal override void Apply(WorldState state, JournalEntry entry) => state.ClockOffset = Offset;
}
