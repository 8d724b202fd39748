using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>Begins and ends attempts, in the caller's context; the caller saves.</summary>
internal sealed class Attempts(LedgerBook ledger, AuthorNews news, DueBook due, TimeProvider clock)
{
    /// <summary>After so many dead containers it is not bad luck.</summary>
    private const int MostPerRevision = 3;

    /// <summary>
    /// The next attempt of the post: a publication, and the intent to make its container. False when an earlier one could still come out:
    /// until that is known there is no other.
    /// </summary>
    public async Task<bool> Begin(Post post, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        if (post.IsByHand)
            throw new InvalidOperationException("What is posted by hand is never sent.");
        var earlier = await db.Set<Publication>().Where(p => p.PostId == post.Id).OrderBy(p => p.Number).ToListAsync(ct);
        if (await MayStillComeOut(post.Id, db, ct))
            return false;
        if (earlier.Count(p => p.Revision == post.Revision) >= MostPerRevision)
        {
            var last = earlier[^1];
            await news.Fail(post, last.Verdict ?? PublishingReasons.ContainerGone, last.VerdictDetail, db, ct, last.Awaited?.Position);
            return true;
        }

        var publication = new Publication
        {
            Id = PublicationId.New(clock),
            WorkspaceId = post.WorkspaceId,
            AccountId = account.Id,
            PostId = post.Id,
            Number = earlier.Select(p => p.Number).DefaultIfEmpty(0).Max() + 1,
            Revision = post.Revision,
            StartedAt = clock.GetUtcNow(),
        };
        db.Add(publication);
        if (post is { Kind: PostKind.Post, Items.Count: > 1 })
        {
            foreach (var item in post.Items)
                await Make(publication, post, account, item.Position, [], db, ct);
        }
        else
        {
            await Make(publication, post, account, null, [], db, ct);
        }

        return true;
    }

    /// <summary>All items are ready: the intent to make the carousel of them.</summary>
    public Task MakeWhole(Publication publication, Post post, ConnectedAccount account, DirectinoContext db, CancellationToken ct) =>
        Make(publication, post, account, null, [.. publication.Items.OrderBy(i => i.Position).Select(i => i.ContainerId)], db, ct);

    /// <summary>The container is ready: the intent to publish it at its slot, ahead of everything that is less urgent then.</summary>
    public async Task Publish(Publication publication, Post post, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        publication.Ready(now);
        await ledger.Intend(
            db, account, PostWork.Publish, Capability.Publish, Why(post), post.Id.Value,
            new PublishRequest(publication.Id.Value, publication.ContainerId!), $"publish:{post.Id}:{publication.Number}",
            dueAt: post.Slot > now ? post.Slot : now, ct: ct);
    }

    /// <summary>This attempt comes to nothing; another is begun at once.</summary>
    public async Task BeginAgain(Publication publication, Post post, DirectinoContext db, CancellationToken ct)
    {
        publication.End();
        await due.Set(db, post.WorkspaceId, PostWork.Prepare, post.Id.Value, clock.GetUtcNow(), post.AccountId, ct);
    }

    /// <summary>Nothing more is tried until then; posts that fall due meanwhile wait, or are missed.</summary>
    public static async Task Pause(ConnectedAccount account, string reason, DateTimeOffset until, DirectinoContext db, CancellationToken ct)
    {
        if (await db.Set<PublishingPause>().FirstOrDefaultAsync(p => p.AccountId == account.Id, ct) is { } pause)
            (pause.Until, pause.Reason) = (until, reason);
        else
            db.Add(new PublishingPause { AccountId = account.Id, WorkspaceId = account.WorkspaceId, Until = until, Reason = reason });
    }

    private Task<Act?> Make(
        Publication publication, Post post, ConnectedAccount account, int? position, IReadOnlyList<string> children, DirectinoContext db, CancellationToken ct) =>
        ledger.Intend(
            db, account, PostWork.CreateContainer, Capability.Publish, Why(post), post.Id.Value,
            new ContainerOrder(
                publication.Id.Value, position is null ? post.Content : post.Content with { Caption = null, Options = PostChoices.None }, position, children),
            position is null ? $"container:{publication.Id}" : $"container:{publication.Id}:{position}", ct: ct);

    /// <summary>An act that publishes is intended, being sent, or nobody knows what became of it. Also says so of what this context is about to save.</summary>
    private static async Task<bool> MayStillComeOut(PostId post, DirectinoContext db, CancellationToken ct)
    {
        var acts = await db.Set<Act>().Where(a => a.SubjectId == post.Value && a.Kind == PostWork.Publish && a.EndedAt == null).ToListAsync(ct);
        return acts.Exists(a => a.IsOpen);
    }

    /// <summary>A post that goes out at once was sent by a member; one that waited for its slot, by the schedule.</summary>
    private static Cause Why(Post post) =>
        post is { State: PostState.Publishing, ScheduledBy: { } person } && post.Slot <= post.UpdatedAt
            ? Cause.Member(person)
            : Cause.Schedule(post.Id.Value);
}

/// <summary>What is asked of Instagram first: all of a post, one item of a carousel, or the carousel of its items. Addresses of files are made when it is sent: they are secrets that expire.</summary>
/// <param name="Position">Which item; null for the whole.</param>
/// <param name="Children">The containers a carousel is made of.</param>
internal sealed record ContainerOrder(Guid Publication, PostContent Content, int? Position, IReadOnlyList<string> Children);

/// <summary>What is asked of Instagram then.</summary>
internal sealed record PublishRequest(Guid Publication, string Container);
