using Directino.Notifications;
using Directino.Persistence;
using Directino.Web.Access;
using Directino.Web.Accounts;

namespace Directino.Web.Notifications;

/// <summary>How much a member was told and has not read, for the frame: beside Today, where it is.</summary>
internal sealed class UnreadCount(NotificationDesk desk) : IWaitingCount
{
    public string Route => "/";

    public IReadOnlyCollection<string> Kinds => [nameof(Notification)];

    public Task<int> Read(Visitor visitor, DirectinoContext db, CancellationToken ct) => desk.Unread(visitor.Workspace, visitor.Person, visitor.Role, db, ct);
}
