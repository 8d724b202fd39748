using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Audio;

/// <summary>Instagram no longer offers a sound. Reels that carry it keep it.</summary>
public sealed record AudioWithdrawn(string AudioId) : Effect
{
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("audio", AudioId));
    internal override void Apply(WorldState state, JournalEntry entry) => state.WithdrawnAudio.Add(AudioId);
}
