using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Webhooks;

/// <summary>The list replaces what was there.</summary>
public sealed record Subscribed(ApiHost Host, string AccountId, IReadOnlyList<string> Fields) : Effect
{
    public override string? About => AccountId;
    public override string? Words => string.Join(',', Fields);
    internal override void Apply(WorldState state, JournalEntry entry) => state.Subscriptions[(Host, AccountId)] = Fields;
}

public sealed record Unsubscribed(ApiHost Host, string AccountId) : Effect
{
    public override string? About => AccountId;
    internal override void Apply(WorldState state, JournalEntry entry) => state.Subscriptions.Remove((Host, AccountId));
}

/// <summary>The app's callback and the fields it is subscribed to, after a handshake that succeeded.</summary>
public sealed record CallbackSet(string Url, string VerifyToken, IReadOnlyList<string> Fields) : Effect
{
    internal override void Apply(WorldState state, JournalEntry entry)
    {
        state.Callback = Url;
        state.CallbackToken = VerifyToken;
        state.AppFields = Fields;
    }
}

public sealed record NotificationDelivered(IReadOnlyList<long> Ids, string? AccountId, int Status) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("notifications", string.Join(',', Ids)));
    internal override void Apply(WorldState state, JournalEntry entry) => state.Outbox.RemoveAll(n => Ids.Contains(n.Id));
}

/// <summary>Given up: the retries ran out, or the account was unsubscribed.</summary>
public sealed record NotificationDropped(IReadOnlyList<long> Ids, string? AccountId, string Reason) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("notifications", string.Join(',', Ids)));
    public override string? Words => Reason;
    internal override void Apply(WorldState state, JournalEntry entry) => state.Outbox.RemoveAll(n => Ids.Contains(n.Id));
}
