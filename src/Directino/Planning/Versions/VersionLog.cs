using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Planning.Versions;

/// <summary>Keeps what is saved of a post, in the transaction that saves it.</summary>
public sealed class VersionLog(TimeProvider clock)
{
    /// <summary>So many of a post are kept; the oldest is forgotten first.</summary>
    public const int Most = 50;

    /// <summary>Words and time are saved by one button and two verbs: a time that follows this soon belongs to the words before it.</summary>
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(10);

    /// <summary>The first version of a new post. The caller saves.</summary>
    public void Begin(Post post, PersonId by, DirectinoContext db) => db.Add(Make(post, by, 1, PostChanges.None, null));

    /// <summary>Another version when the post says something else than the last. After the post was saved, so that of two who change it the second never comes here.</summary>
    public async Task Note(Post post, PersonId by, int? restoredFrom, DirectinoContext db, CancellationToken ct)
    {
        var last = await db.Set<PostVersion>().Where(v => v.PostId == post.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        var changes = last is null ? PostChanges.None : PostDifference.Of(last.Content, last.Slot, post.Content, post.Slot);
        if (last is not null && changes == PostChanges.None)
            return;
        if (changes == PostChanges.Time && last!.PersonId == by && clock.GetUtcNow() - last.At < SameMoment)
        {
            last.Slot = post.Slot;
            last.Changes |= last.Number == 1 ? PostChanges.None : PostChanges.Time;
        }
        else
        {
            var number = (last?.Number ?? 0) + 1;
            db.Add(Make(post, by, number, changes, restoredFrom));
            await db.Set<PostVersion>().Where(v => v.PostId == post.Id && v.Number <= number - Most).ExecuteDeleteAsync(ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private PostVersion Make(Post post, PersonId by, int number, PostChanges changes, int? restoredFrom) => new()
    {
        WorkspaceId = post.WorkspaceId, PostId = post.Id, Number = number, At = clock.GetUtcNow(), PersonId = by, Content = post.Content, Slot = post.Slot, Changes = changes, RestoredFrom = restoredFrom,
    };
}
