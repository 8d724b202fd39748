using Directino.Persistence;

namespace Directino.Media;

/// <summary>Says whether a feature needs a picture. A picture that is needed somewhere is not deleted.</summary>
public interface IMediaUse
{
    /// <summary>Those of <paramref name="items"/> that are in use.</summary>
    Task<IReadOnlySet<MediaItemId>> Used(IReadOnlyCollection<MediaItemId> items, DirectinoContext db, CancellationToken ct);

    /// <summary>The picture now looks different: what was prepared with the old one is stale.</summary>
    Task Changed(MediaItem item, DirectinoContext db, CancellationToken ct);
}
