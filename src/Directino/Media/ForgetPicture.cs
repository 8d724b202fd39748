using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Media;

/// <summary>An hour after a picture or video was removed it is gone for good: the row, and its files when no other item shares them.</summary>
internal sealed class ForgetPicture(IMediaStore store, IEnumerable<IMediaUse> uses) : IDueHandler
{
    public const string DueKind = "forget-picture";
    public static readonly TimeSpan After = TimeSpan.FromHours(1);

    public string Kind => DueKind;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = MediaItemId.Of(item.SubjectId);
        if (await db.Set<MediaItem>().FirstOrDefaultAsync(m => m.Id == id, ct) is not { RemovedAt: not null } picture)
            return null;
        foreach (var use in uses)
        {
            if ((await use.Count([id], db, ct)).Count > 0)
                return null;
        }

        foreach (var key in new[] { picture.Key, picture.ThumbnailKey, picture.UncroppedKey, picture.SourceKey }.OfType<string>().Distinct())
        {
            if (!await db.Set<MediaItem>().AnyAsync(m => m.Id != id && (m.Key == key || m.ThumbnailKey == key || m.UncroppedKey == key || m.SourceKey == key), ct))
                await store.Delete(key, ct);
        }

        db.Remove(picture);
        return null;
    }
}
