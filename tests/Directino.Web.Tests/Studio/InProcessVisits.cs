using System.Collections.Concurrent;
using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.Visits;

namespace Directino.Web.Tests.Studio;

/// <summary>The visits of one process, without a cluster.</summary>
internal sealed class InProcessVisits(IChangeFeed feed, TimeProvider clock) : IVisits
{
    private readonly ConcurrentDictionary<PostId, VisitBook> _books = new();

    public Task<IReadOnlyList<Visit>> Enter(WorkspaceId workspace, PostId post, Visit visit)
    {
        var book = _books.GetOrAdd(post, _ => new VisitBook(clock));
        lock (book)
        {
            if (book.Enter(visit))
                feed.Announce(workspace, [VisitBook.Kind(post)]);
            return Task.FromResult(book.All);
        }
    }

    public Task Leave(WorkspaceId workspace, PostId post, Guid visit)
    {
        var book = _books.GetOrAdd(post, _ => new VisitBook(clock));
        lock (book)
        {
            if (book.Leave(visit))
                feed.Announce(workspace, [VisitBook.Kind(post)]);
            return Task.CompletedTask;
        }
    }
}
