using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Insights;

public sealed record NumbersGiven(string AccountId, DateOnly Day, DailyNumbers Numbers) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("day", Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    internal override void Apply(WorldState state, JournalEntry entry) => state.Numbers[(AccountId, Day)] = Numbers;
}
