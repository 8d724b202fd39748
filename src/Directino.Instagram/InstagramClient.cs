using Directino.Instagram.Accounts;
using Directino.Instagram.Comments;
using Directino.Instagram.Insights;
using Directino.Instagram.Login;
using Directino.Instagram.Messages;
using Directino.Instagram.Publishing;
using Directino.Instagram.Webhooks;
using Directino.Instagram.Wire;

namespace Directino.Instagram;

/// <summary>
/// Meta's Instagram platform, both logins. Holds no state of an account, so one instance serves all; safe for concurrent use.
/// Every call throws an <see cref="Errors.InstagramException"/> of the kind the caller can act on.
/// </summary>
public sealed class InstagramClient
{
    private readonly GraphTransport _graph;

    /// <summary>Makes a client.</summary>
    /// <param name="http">Carries the requests. Must not retry requests with an effect and must not follow redirects with the token.</param>
    /// <param name="options">Addresses, version, app ids.</param>
    /// <param name="clock">Measures <see cref="InstagramClientOptions.CallTimeout"/>.</param>
    public InstagramClient(HttpClient http, InstagramClientOptions options, TimeProvider clock)
    {
        _graph = new GraphTransport(http, options, clock);
        Login = new LoginClient(_graph, options);
        Accounts = new AccountsClient(_graph);
        Publishing = new PublishingClient(_graph);
        Media = new MediaClient(_graph);
        Places = new PlacesClient(_graph);
        Products = new ProductsClient(_graph);
        Audio = new AudioClient(_graph);
        Comments = new CommentsClient(_graph);
        Messages = new MessagesClient(_graph);
        Insights = new InsightsClient(_graph);
        Subscriptions = new SubscriptionsClient(_graph);
    }

    /// <summary>Called with the usage headers of every answer that carries them, errors included. Must be quick and must not throw.</summary>
    public Action<InstagramAccess, InstagramUsage>? UsageReported
    {
        get => _graph.UsageReported;
        set => _graph.UsageReported = value;
    }

    /// <summary>
    /// Asked before every call for an account: how long it is still to be left alone, null when not at all. A call within that time is not sent and
    /// throws <see cref="Errors.RateLimitedException"/>: a refused call would make the wait longer.
    /// </summary>
    public Func<InstagramAccess, TimeSpan?>? HoldBack
    {
        get => _graph.HoldBack;
        set => _graph.HoldBack = value;
    }

    /// <summary>Sign-in, tokens, granted permissions.</summary>
    public LoginClient Login { get; }

    /// <summary>The account itself.</summary>
    public AccountsClient Accounts { get; }

    /// <summary>Containers, publishing, the daily limit.</summary>
    public PublishingClient Publishing { get; }

    /// <summary>Published media.</summary>
    public MediaClient Media { get; }

    /// <summary>Places to name in a post.</summary>
    public PlacesClient Places { get; }

    /// <summary>Products of the account's shop to mark in a post.</summary>
    public ProductsClient Products { get; }

    /// <summary>Music and original sounds to put under a reel.</summary>
    public AudioClient Audio { get; }

    /// <summary>Comments and replies.</summary>
    public CommentsClient Comments { get; }

    /// <summary>Private replies, direct messages, conversations, profiles of people who wrote.</summary>
    public MessagesClient Messages { get; }

    /// <summary>Numbers of the account and of media.</summary>
    public InsightsClient Insights { get; }

    /// <summary>Webhook subscriptions of the account.</summary>
    public SubscriptionsClient Subscriptions { get; }
}
