using System.Text.Json;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Webhooks;

/// <summary>Where a person came from (webhooks.md section 7.9).</summary>
/// <param name="Ref">The mark put on the link or ad.</param>
/// <param name="Source"><c>ADS</c>, <c>SHORTLINKS</c>, <c>SHORTLINK</c> or the link itself: do not depend on it.</param>
/// <param name="Type">Normally <c>OPEN_THREAD</c>.</param>
/// <param name="AdId">The ad.</param>
/// <param name="ProductId">The product.</param>
public sealed record WebhookReferral(string? Ref, string? Source, string? Type, string? AdId, string? ProductId)
{
    internal static WebhookReferral? Of(JsonElement? referral) => referral is null ? null : new WebhookReferral(
        Loose.Text(referral, "ref"), Loose.Text(referral, "source"), Loose.Text(referral, "type"), Loose.Text(referral, "ad_id"),
        Loose.Text(Loose.Object(referral, "product"), "id"));
}
