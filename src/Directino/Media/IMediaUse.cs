using Directino.Media.Library;
using Directino.Persistence;

namespace Directino.Media;

/// <summary>Says whether a feature needs a picture. A picture that is needed somewhere is not deleted.</summary>
public interface IMediaUse
{
    /// <summary>How often those of <paramref name="items"/> are used that are used at all.</summary>
    Task<IReadOnlyDictionary<MediaItemId, MediaUses>> Count(IReadOnlyCollection<MediaItemId> items, DirectinoContext db, CancellationToken ct);

    /// <summary>Everything of the workspace that is in use, as questions the database can be asked together with others.</summary>
    Task<IReadOnlyList<IQueryable<MediaItemId>>> InUse(DirectinoContext db, CancellationToken ct);

    /// <summary>The picture now looks different: what was prepared with the old one is stale.</summary>
    Task Changed(MediaItem item, DirectinoContext db, CancellationToken ct);
}
