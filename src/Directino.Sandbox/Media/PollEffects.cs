using System.Globalization;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Media;

/// <summary>A person chose an answer of a post's poll; the last choice counts.</summary>
/// <param name="Option">0 for the first answer.</param>
public sealed record PollVoted(string MediaId, string AccountId, string PersonId, int Option) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects =>
        Roles(("media", MediaId), ("person", PersonId), ("option", Option.ToString(CultureInfo.InvariantCulture)));

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        if (!state.PollVotes.TryGetValue(MediaId, out var votes)) state.PollVotes[MediaId] = votes = new(StringComparer.Ordinal);
        votes[PersonId] = Option;
    }
}
