using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Media;

public sealed record MediaDeleted(string MediaId, string AccountId) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("media", MediaId));
    internal override void Apply(WorldState state, JournalEntry entry) => state.RemoveMedia(MediaId);
}

/// <summary>A trial reel is an ordinary one from now on.</summary>
public sealed record ReelGraduated(string MediaId, string AccountId) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("media", MediaId));
    internal override void Apply(WorldState state, JournalEntry entry) => state.Media[MediaId] = state.Media[MediaId] with { GraduatedAt = entry.Time };
}

public sealed record MediaLiked(string MediaId, string AccountId, string PersonId) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("media", MediaId), ("person", PersonId));
    internal override void Apply(WorldState state, JournalEntry entry)
    {
        var media = state.Media[MediaId];
        state.Media[MediaId] = media with { Likes = media.Likes + 1 };
    }
}

public sealed record CommentsSwitched(string MediaId, string AccountId, bool Enabled) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("media", MediaId));
    internal override void Apply(WorldState state, JournalEntry entry) => state.Media[MediaId] = state.Media[MediaId] with { CommentsEnabled = Enabled };
}
