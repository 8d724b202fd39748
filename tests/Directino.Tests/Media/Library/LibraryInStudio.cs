using Directino.Media;
using Directino.Media.Library;
using Directino.Tests.Studio;

namespace Directino.Tests.Media.Library;

/// <summary>What tests of the library do in a workspace.</summary>
public static class LibraryInStudio
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An item with no file behind it: what is found and where it lies asks for none.</summary>
    public static async Task<MediaItem> Put(this TestWorkspace shop, string name, MediaKind kind = MediaKind.Picture)
    {
        shop.Studio.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var item = new MediaItem
        {
            Id = MediaItemId.New(shop.Studio.Clock), WorkspaceId = shop.Id, Kind = kind, FileName = name, Key = $"{Guid.CreateVersion7():N}", ThumbnailKey = $"{Guid.CreateVersion7():N}",
            Width = 1080, Height = 1080, Bytes = 1000, CreatedAt = shop.Studio.Clock.GetUtcNow(), AddedBy = shop.Owner,
        };
        await using var db = shop.Open();
        db.Add(item);
        db.AddRange(LibraryWord.Of(item));
        await db.SaveChangesAsync(Ct);
        return item;
    }

    public static Task<IReadOnlyList<LibraryEntry>> Find(this TestWorkspace shop, LibraryFilter filter, LibraryKey? after = null, int count = 50) =>
        shop.Studio.Get<LibraryReader>().List(shop.Id, filter, after, count, Ct);

    public static async Task<MediaFolder> Folder(this TestWorkspace shop, string name, MediaFolder? parent = null) =>
        (await shop.Studio.Get<FolderBook>().Add(shop.Id, name, parent?.Id, Ct)).ShouldBeOfType<FolderOutcome.Done>().Folder;
}
