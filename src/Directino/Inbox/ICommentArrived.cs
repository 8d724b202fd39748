using Directino.Accounts;
using Directino.Persistence;

namespace Directino.Inbox;

/// <summary>What another feature makes of a comment that was just stored: in the same transaction, so that neither is there without the other.</summary>
public interface ICommentArrived
{
    /// <summary>Called once for each comment of somebody else's. Changes <paramref name="db"/> without saving.</summary>
    Task Arrived(Comment comment, Follower? author, ConnectedAccount account, DirectinoContext db, CancellationToken ct);
}
