using Directino.Media;
using Directino.Media.Library;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Media;

/// <summary>What is done in the library, said in words with a way back. One per circuit.</summary>
public sealed class LibraryDesk(MediaLibrary library, FolderBook book, MediaText text, Toasts toasts, IStringLocalizer<MediaWords> words)
{
    public async Task Move(Visitor visitor, IReadOnlyCollection<MediaItemId> items, MediaFolder? folder, CancellationToken ct)
    {
        if (await book.Move(visitor.Workspace, items, folder?.Id, ct) is not { } moved)
        {
            toasts.Say(text.Rule(FolderRules.Missing));
            return;
        }

        if (moved.Count == 0)
            return;
        var where = folder?.Name ?? words["NoFolder"].Value;
        toasts.Say(moved.Count == 1 ? words["MovedOne", where] : words["Moved", Numbers.Say(moved.Count), where], async () =>
        {
            foreach (var place in moved.GroupBy(m => m.Was, m => m.Id))
                await book.Move(visitor.Workspace, [.. place], place.Key, CancellationToken.None);
        });
    }

    /// <summary>Removes what nothing uses. What is used stays, and is returned.</summary>
    public async Task<IReadOnlyList<MediaItem>> Remove(Visitor visitor, IReadOnlyList<MediaItem> items, CancellationToken ct)
    {
        var (removed, left) = (new List<MediaItemId>(), new List<MediaItem>());
        foreach (var item in items)
        {
            switch (await library.Remove(visitor.Workspace, item.Id, ct))
            {
                case RemovalOutcome.Removed:
                    removed.Add(item.Id);
                    break;
                case RemovalOutcome.InUse:
                    left.Add(item);
                    break;
                case RemovalOutcome.NotThere:
                    break;
            }
        }

        if (removed.Count > 0)
        {
            toasts.Say(removed.Count == 1 ? words["Removed"] : words["RemovedMany", Numbers.Say(removed.Count)], async () =>
            {
                foreach (var id in removed)
                    await library.Restore(visitor.Workspace, id, CancellationToken.None);
            });
        }

        return left;
    }

    /// <summary>The rule that forbids it in words; null when it was done.</summary>
    public async Task<string?> AddFolder(Visitor visitor, string? name, MediaFolderId? parent, CancellationToken ct) =>
        Said(await book.Add(visitor.Workspace, name, parent, ct));

    public async Task<string?> Rename(Visitor visitor, MediaFolder folder, string? name, CancellationToken ct) =>
        Said(await book.Rename(visitor.Workspace, folder.Id, name, ct));

    public async Task RemoveFolder(Visitor visitor, MediaFolder folder, CancellationToken ct)
    {
        if (await book.Remove(visitor.Workspace, folder.Id, ct) is not { } removed)
            return;
        toasts.Say(words["FolderRemoved", folder.Name], async () =>
        {
            if (Said(await book.Restore(removed, CancellationToken.None)) is { } rule)
                toasts.Say(rule);
        });
    }

    private string? Said(FolderOutcome outcome) => outcome is FolderOutcome.Refused refused ? text.Rule(refused.Rule) : null;
}
