namespace Directino.Sandbox;

/// <summary>Settings of the sandbox, section <c>Sandbox</c>.</summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandbox";

    /// <summary>Instagram app id, for Instagram Login.</summary>
    public string AppId { get; set; } = "990000000000001";

    /// <summary>Instagram app secret: code exchange, and the signature of webhooks of Instagram Login.</summary>
    public string AppSecret { get; set; } = "sandbox-instagram-app-secret";

    /// <summary>Meta app id, for Facebook Login.</summary>
    public string MetaAppId { get; set; } = "880000000000001";

    /// <summary>Meta app secret: code exchange, app token, and the signature of webhooks of Facebook Login.</summary>
    public string MetaAppSecret { get; set; } = "sandbox-meta-app-secret";

    /// <summary>Redirect URIs that are registered; none = every absolute URI is accepted.</summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>Where webhooks go; none = nothing is delivered until a callback is set by <c>POST /sandbox/webhooks/callback</c>.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Called when a person removes the app; none = <c>/meta/deauthorize</c> beside <see cref="WebhookUrl"/>.</summary>
    public string? DeauthorizeUrl { get; set; }

    /// <summary>Called when a person wants their data deleted; none = <c>/meta/data-deletion</c> beside <see cref="WebhookUrl"/>.</summary>
    public string? DataDeletionUrl { get; set; }

    /// <summary>The string of the handshake with <see cref="WebhookUrl"/>.</summary>
    public string VerifyToken { get; set; } = "sandbox-verify-token";

    /// <summary>Base of the addresses the sandbox hands out (files, paging); none = the address it was called at.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>File the journal is kept in and replayed from; none = memory only.</summary>
    public string? StateFile { get; set; }

    /// <summary>Plant the named cast with 90 days of history.</summary>
    public bool Cast { get; set; } = true;

    /// <summary>Publishes per 24 hours; Meta's pages say 25, 50 and 100.</summary>
    public int QuotaTotal { get; set; } = 50;

    /// <summary>Containers per 24 hours.</summary>
    public int ContainersPerDay { get; set; } = 400;

    /// <summary>How many status reads of an image container answer <c>IN_PROGRESS</c> before <c>FINISHED</c>.</summary>
    public int ContainerPolls { get; set; } = 1;

    /// <summary>How long an image container stays <c>IN_PROGRESS</c> at least.</summary>
    public TimeSpan ImageDelay { get; set; } = TimeSpan.Zero;

    /// <summary>How long a film container stays <c>IN_PROGRESS</c> at least.</summary>
    public TimeSpan VideoDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Films with edit lists pass, although the documentation excludes them.</summary>
    public bool AllowEditLists { get; set; }

    /// <summary>After how long a trial reel graduates by performance; Meta tells no time.</summary>
    public TimeSpan TrialTime { get; set; } = TimeSpan.FromHours(72);

    /// <summary>Shape of the code exchange's answer: both are documented or seen.</summary>
    public ExchangeShape CodeAnswer { get; set; } = ExchangeShape.Flat;

    /// <summary>Answers of <c>/me</c> wrapped in <c>data[]</c>, as Meta's guide shows it.</summary>
    public bool WrapMe { get; set; }

    /// <summary>Refuse a second private reply to the same person until they answer, even for another comment.</summary>
    public bool OnePrivateReplyPerPerson { get; set; }

    /// <summary>How old a day or a post must be before it has numbers (Meta: up to 48 hours).</summary>
    public TimeSpan InsightsDelay { get; set; } = TimeSpan.Zero;

    /// <summary>Oldest version still served; older ones are answered by it.</summary>
    public int OldestVersion { get; set; } = 21;

    /// <summary>Newest version.</summary>
    public int NewestVersion { get; set; } = 27;

    /// <summary>Malformed tokens get 401 instead of 400; both are seen.</summary>
    public bool UnauthorizedStatus { get; set; }
}

public enum ExchangeShape { Flat, Wrapped }
