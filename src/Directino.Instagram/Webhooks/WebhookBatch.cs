namespace Directino.Instagram.Webhooks;

/// <summary>The events of one delivery, in its order.</summary>
/// <param name="Events">At least one for any body that is not empty: what is not understood comes as <see cref="WebhookKind.Unknown"/>.</param>
/// <param name="Malformed">The body is no readable JSON; the only event then carries all of it.</param>
public sealed record WebhookBatch(IReadOnlyList<WebhookEvent> Events, bool Malformed);
