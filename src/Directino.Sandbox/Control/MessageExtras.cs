using System.Text.Json.Nodes;

namespace Directino.Sandbox.Control;

/// <summary>What a person's message may carry beside its text.</summary>
public sealed record MessageExtras(JsonArray? Attachments = null, string? ReplyToMid = null, string? ReplyToStoryId = null, string? QuickReplyPayload = null);
