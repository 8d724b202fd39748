using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Webhooks;

/// <summary>
/// The account level of webhook subscriptions (webhooks.md section 4). The app level (callback and fields) is set once in Meta's dashboard;
/// only fields subscribed at both levels are delivered.
/// </summary>
public sealed class SubscriptionsClient
{
    private readonly GraphTransport _graph;

    internal SubscriptionsClient(GraphTransport graph) => _graph = graph;

    /// <summary>
    /// Subscribes the app to the account. The list replaces the one before, so always send all fields. On Facebook Login with a Page the app is
    /// installed on the Page with the field <c>feed</c>: the Page call refuses Instagram's field names, and Instagram events follow from the app level.
    /// Safe to repeat.
    /// </summary>
    /// <param name="access">The account.</param>
    /// <param name="fields">For example <c>comments</c>, <c>messages</c>, <c>message_reactions</c>, <c>messaging_postbacks</c>, <c>messaging_seen</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="PermissionMissingException">A field needs a permission the account did not grant.</exception>
    public async Task Subscribe(InstagramAccess access, IReadOnlyCollection<string> fields, CancellationToken cancellation = default)
    {
        var list = ThroughPage(access) ? "feed" : string.Join(',', fields);
        var answer = await _graph.Post(access, Path(access), null, InstagramJson.Default.Done, cancellation, Query.Of("subscribed_fields", list));
        if (answer.Success is false) throw new TryLaterException("Instagram did not take the subscription.");
    }

    /// <summary>The fields the account is subscribed to, of all apps the token may see; empty when there is no subscription.</summary>
    public async Task<IReadOnlyList<string>> Subscribed(InstagramAccess access, CancellationToken cancellation = default)
    {
        var answer = await _graph.Get(access, Path(access), new Query(), InstagramJson.Default.ListedSubscriptionWire, cancellation);
        return [.. answer.Items.SelectMany(app => app.SubscribedFields ?? []).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Ends the subscription: nothing is delivered for the account any more.</summary>
    public async Task Unsubscribe(InstagramAccess access, CancellationToken cancellation = default)
    {
        var answer = await _graph.Delete(access, Path(access), InstagramJson.Default.Done, cancellation);
        if (answer.Success is false) throw new TryLaterException("Instagram did not end the subscription.");
    }

    private static bool ThroughPage(InstagramAccess access) => access is { Login: InstagramLogin.Facebook, PageId.Length: > 0 };

    private static string Path(InstagramAccess access) =>
        $"{Uri.EscapeDataString(ThroughPage(access) ? access.PageId! : access.AccountId)}/subscribed_apps";
}

internal sealed record SubscriptionWire
{
    public IReadOnlyList<string>? SubscribedFields { get; init; }
}
