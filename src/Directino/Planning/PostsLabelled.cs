using Directino.Labels;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning;

/// <summary>The posts that bear a label.</summary>
internal sealed class PostsLabelled(TimeProvider clock) : ILabelled
{
    public async Task<IReadOnlyList<Guid>> Bearing(LabelId label, DirectinoContext db, CancellationToken ct) =>
        (await db.Set<Post>().Where(p => p.Labels.Any(l => l.LabelId == label)).Select(p => p.Id).ToListAsync(ct)).ConvertAll(p => p.Value);

    public async Task GiveBack(LabelId label, IReadOnlyList<Guid> things, DirectinoContext db, CancellationToken ct)
    {
        PostId[] posts = [.. things.Select(PostId.Of)];
        foreach (var post in await db.Set<Post>().Where(p => posts.Contains(p.Id)).ToListAsync(ct))
            post.SetLabels([.. post.Labels.Select(l => l.LabelId), label], clock.GetUtcNow());
    }
}
