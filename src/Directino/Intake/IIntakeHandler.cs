using Directino.Accounts;
using Directino.Instagram.Webhooks;
using Directino.Persistence;

namespace Directino.Intake;

/// <summary>What a feature makes of inbound events of some kinds. May see an event twice after a crash: idempotent by the event's own ids.</summary>
public interface IIntakeHandler
{
    bool Handles(WebhookKind kind);

    /// <summary>Changes <paramref name="db"/> (opened for the account's workspace) without saving: the processor saves together with the event's end.</summary>
    Task Handle(IntakeEvent inbound, WebhookKind kind, ConnectedAccount account, DirectinoContext db, CancellationToken ct);
}
