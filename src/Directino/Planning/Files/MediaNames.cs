using Directino.Media;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Files;

/// <summary>Finds things of the library by what people call them.</summary>
internal static class MediaNames
{
    /// <summary>What has one of these names, whatever its case.</summary>
    public static IQueryable<MediaItem> Called(this DirectinoContext db, IReadOnlyCollection<string> names)
    {
        var lowered = names.Select(n => n.ToLowerInvariant()).Distinct().ToList();
#pragma warning disable CA1304, CA1311 // The database does it, and has no culture.
        return db.Set<MediaItem>().AsNoTracking().Where(m => m.RemovedAt == null && (names.Contains(m.FileName) || lowered.Contains(m.FileName.ToLower())));
#pragma warning restore CA1304, CA1311
    }
}
