using System.Text.Json.Serialization;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Media;

namespace Directino.Sandbox.Publishing;

public sealed record ContainerMade(Container Container) : Effect
{
    public override string? About => Container.AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("container", Container.Id), ("file", Container.File));
    public override string? Words => Container.Caption;
    [JsonIgnore] public override object? Detail => Container;

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        state.Containers[Container.Id] = Container;
        state.CountContainer(Container.AccountId, Container.CreatedAt);
    }
}

/// <summary>The film of a container has arrived, or the container has failed.</summary>
public sealed record ContainerChanged(Container Container) : Effect
{
    public override string? About => Container.AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("container", Container.Id), ("file", Container.File));
    [JsonIgnore] public override object? Detail => Container;

    internal override void Apply(WorldState state, JournalEntry entry) => state.Containers[Container.Id] = Container;
}

/// <summary>The container became a post (with its children when it is a carousel).</summary>
public sealed record Published(MediaPost Media, IReadOnlyList<MediaPost> Children, string ContainerId) : Effect
{
    public override string? About => Media.AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("media", Media.Id), ("container", ContainerId));
    public override string? Words => Media.Caption;
    [JsonIgnore] public override object? Detail => new { Media, Children };

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        foreach (var child in Children) state.Add(child);
        state.Add(Media);
        state.CountPublish(Media.AccountId, Media.Timestamp);
        if (state.Containers.TryGetValue(ContainerId, out var container))
        {
            state.Containers[ContainerId] = container with { PublishedMediaId = Media.Id };
        }
    }
}
