using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>A post by the first words of its caption, for the ledger.</summary>
internal sealed class PostNames : ICauseNames
{
    private const int Words = 60;

    public CauseKind Kind => CauseKind.Schedule;

    public async Task<IReadOnlyDictionary<Guid, string>> Of(DirectinoContext db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        PostId[] wanted = [.. ids.Select(PostId.Of)];
        var posts = await db.Set<Post>().Where(p => wanted.Contains(p.Id) && p.Caption != "").Select(p => new { p.Id, p.Caption }).ToListAsync(ct);
        return posts.ToDictionary(p => p.Id.Value, p => FirstWords(p.Caption));
    }

    internal static string FirstWords(string caption)
    {
        var line = caption.Split('\n', 2)[0].Trim();
        if (line.Length <= Words)
            return line;
        // Never in the middle of a surrogate pair.
        return line[..(char.IsHighSurrogate(line[Words - 1]) ? Words - 1 : Words)].TrimEnd() + "…";
    }
}
