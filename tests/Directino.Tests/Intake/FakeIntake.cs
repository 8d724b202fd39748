using Directino.Accounts;
using Directino.Intake;
using Directino.Instagram.Webhooks;
using Directino.Persistence;

namespace Directino.Tests.Intake;

/// <summary>Remembers what it was handed, in order, and fails where it is told to.</summary>
internal sealed class FakeIntake : IIntakeHandler
{
    private readonly List<(string Conversation, string Key)> _seen = [];

    public IReadOnlyList<(string Conversation, string Key)> Seen => _seen;

    public Func<IntakeEvent, bool> Fails { get; set; } = _ => false;

    public bool Handles(WebhookKind kind) => true;

    public Task Handle(IntakeEvent inbound, WebhookKind kind, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        if (Fails(inbound))
            throw new TimeoutException("not now");
        _seen.Add((inbound.Conversation, inbound.Key));
        return Task.CompletedTask;
    }
}
