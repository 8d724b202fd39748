using Directino.Accounts;
using Directino.Inbox;
using Directino.Persistence;
using Directino.Web.Access;
using Directino.Web.Accounts;

namespace Directino.Web.Inbox;

/// <summary>How many conversations wait for an answer, for the frame.</summary>
internal sealed class InboxWaiting : IWaitingCount
{
    public string Route => "/inbox";

    public IReadOnlyCollection<string> Kinds => [nameof(Conversation)];

    public async Task<int> Read(Visitor visitor, DirectinoContext db, CancellationToken ct) =>
        visitor.May(Permission.SeeInbox) ? await InboxList.Waiting(db, null, ct) : 0;
}
