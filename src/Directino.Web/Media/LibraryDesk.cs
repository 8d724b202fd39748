using Directino.Labels;
using Directino.Media;
using Directino.Media.Library;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Media;

/// <summary>What is done in the library, said in words with a way back. One per circuit.</summary>
public sealed class LibraryDesk(MediaLibrary library, FolderBook book, MediaLabels labels, MediaText text, Toasts toasts, IStringLocalizer<MediaWords> words)
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

    /// <summary>Puts a label on one, or takes it off.</summary>
    public async Task Turn(Visitor visitor, LibraryEntry entry, Label label, CancellationToken ct)
    {
        if (entry.Labels.Contains(label.Id))
            await labels.TakeOff(visitor.Workspace, label.Id, [entry.Item.Id], ct);
        else if (await labels.Put(visitor.Workspace, label.Id, [entry.Item.Id], ct) is null)
            toasts.Say(text.Rule(LabelRules.Missing));
    }

    /// <summary>Puts a label on all of them; takes it off when every one has it.</summary>
    public async Task Mark(Visitor visitor, IReadOnlyList<LibraryEntry> entries, Label label, CancellationToken ct)
    {
        List<MediaItemId> items = [.. entries.Select(e => e.Item.Id)];
        if (entries.All(e => e.Labels.Contains(label.Id)))
        {
            await labels.TakeOff(visitor.Workspace, label.Id, items, ct);
            toasts.Say(words["LabelTakenOff", label.Name, Numbers.Say(items.Count)], () => labels.Put(visitor.Workspace, label.Id, items, CancellationToken.None));
        }
        else if (await labels.Put(visitor.Workspace, label.Id, items, ct) is { } put)
        {
            toasts.Say(words["LabelPut", label.Name, Numbers.Say(put.Count)], () => labels.TakeOff(visitor.Workspace, label.Id, put, CancellationToken.None));
        }
        else
        {
            toasts.Say(text.Rule(LabelRules.Missing));
        }
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
