using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;

namespace Directino.Sandbox.Webhooks;

/// <summary>One update waiting to be delivered.</summary>
public sealed record Notification(long Id, ApiHost Host, string AccountId, string Field, bool Messaging, JsonObject Value, DateTimeOffset At);

/// <summary>An update before it is known who is subscribed to it.</summary>
internal sealed record NotificationDraft(string AccountId, string Field, bool Messaging, JsonObject Value);
