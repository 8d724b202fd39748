using Directino.Accounts;
using Directino.Instagram.Webhooks;
using Directino.Intake;
using Directino.Persistence;

namespace Directino.Inbox;

/// <summary>Takes inbound events into the inbox. What it can't place stays in the intake as it came.</summary>
internal sealed class InboxIntake(MessageIntake messages, CommentIntake comments) : IIntakeHandler
{
    public bool Handles(WebhookKind kind) => kind is WebhookKind.Comment or WebhookKind.LiveComment
        or WebhookKind.Message or WebhookKind.Echo or WebhookKind.Edit or WebhookKind.Reaction or WebhookKind.Postback
        or WebhookKind.Referral or WebhookKind.Seen or WebhookKind.Deleted or WebhookKind.Standby;

    public async Task Handle(IntakeEvent inbound, WebhookKind kind, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        if (kind is WebhookKind.Comment or WebhookKind.LiveComment)
        {
            if (WebhookComment.Read(inbound.Payload) is { Id: { Length: > 0 } } comment)
                await comments.Take(comment, inbound, account, db, ct);
            return;
        }

        if (WebhookMessage.Read(inbound.Payload) is { } message)
            await messages.Take(message, kind, inbound, account, db, ct);
    }
}
