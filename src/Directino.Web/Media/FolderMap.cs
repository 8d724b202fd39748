using Directino.Media.Library;

namespace Directino.Web.Media;

/// <summary>The folders of a workspace as pages show them.</summary>
public sealed class FolderMap(IReadOnlyList<MediaFolder> all)
{
    public static readonly FolderMap Empty = new([]);
    private readonly Dictionary<MediaFolderId, MediaFolder> _byId = all.ToDictionary(f => f.Id);

    /// <summary>Each with those in it behind it.</summary>
    public IReadOnlyList<MediaFolder> Tree { get; } = [.. all.Where(f => f.ParentId is null).SelectMany(f => all.Where(c => c.ParentId == f.Id).Prepend(f))];

    public IReadOnlyList<MediaFolder> In(MediaFolderId? place) => [.. Tree.Where(f => f.ParentId == place)];

    public MediaFolder? Find(MediaFolderId? id) => id is { } known ? _byId.GetValueOrDefault(known) : null;

    /// <summary>"Summer / Berlin".</summary>
    public string Path(MediaFolder folder) => Find(folder.ParentId) is { } parent ? $"{parent.Name} / {folder.Name}" : folder.Name;
}
