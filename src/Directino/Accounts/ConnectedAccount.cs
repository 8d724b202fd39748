using Directino.Instagram;
using Directino.Persistence;
using Directino.Privacy;

namespace Directino.Accounts;

/// <summary>An Instagram professional account that somebody connected to a workspace.</summary>
public sealed class ConnectedAccount : IWorkspaceRow
{
    public required AccountId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required InstagramLogin Login { get; set; }

    /// <summary>The professional account id (<c>1784…</c>): <c>user_id</c> of <c>/me</c> and <c>entry.id</c> of webhooks.</summary>
    [Personal(PersonalCategory.AccountProfile, "To know the account in every call and webhook.", Retention.WhileConnected, Eraser.WithAccount)]
    public required string InstagramId { get; init; }

    /// <summary>The app-scoped id, which Meta uses in its deauthorize and deletion callbacks.</summary>
    [Personal(PersonalCategory.AccountProfile, "To recognise the account when Meta asks to delete it.", Retention.WhileConnected, Eraser.WithAccount)]
    public required string AppScopedId { get; set; }

    /// <summary>The linked Facebook Page; only for Facebook Login.</summary>
    [Personal(PersonalCategory.AccountProfile, "To send messages through the linked Page.", Retention.WhileConnected, Eraser.WithAccount)]
    public string? PageId { get; set; }

    [Personal(PersonalCategory.AccountProfile, "To show which account is meant.", Retention.WhileConnected, Eraser.WithAccount)]
    public required string Username { get; set; }

    [Personal(PersonalCategory.AccountProfile, "To show which account is meant.", Retention.WhileConnected, Eraser.WithAccount)]
    public string? Name { get; set; }

    [Personal(PersonalCategory.AccountProfile, "To show which account is meant.", Retention.WhileConnected, Eraser.WithAccount)]
    public string? PictureUrl { get; set; }

    /// <summary>As Instagram says it, upper case: <c>BUSINESS</c> or <c>MEDIA_CREATOR</c>.</summary>
    [Personal(PersonalCategory.AccountProfile, "To know which features the account has.", Retention.WhileConnected, Eraser.WithAccount)]
    public string? AccountType { get; set; }

    /// <summary>IANA zone in which this account's times are read and typed.</summary>
    [NotPersonal("A time zone.")]
    public required string TimeZone { get; set; }

    public AccountState State { get; set; } = AccountState.Connected;

    /// <summary>Scopes the person granted at login, space-separated: the only reliable record, Instagram can't be asked later.</summary>
    [NotPersonal("Names of permissions.")]
    public required string Scopes { get; set; }

    /// <summary>Switches of the user's own: a capability that is off is refused at the gate whatever the scopes say.</summary>
    public bool MayPublish { get; set; } = true;

    public bool MayComment { get; set; } = true;

    public bool MayMessage { get; set; } = true;

    public bool MayReadInsights { get; set; } = true;

    public bool MayDelete { get; set; }

    public bool MayTagProducts { get; set; }

    /// <summary>The access token, sealed by the workspace's data key. Null once disconnected.</summary>
    [Personal(PersonalCategory.AccountSecret, "To act for the account as its owner allowed.", Retention.WhileConnected, Eraser.WithAccount)]
    public byte[]? SealedToken { get; set; }

    public DateTimeOffset? TokenIssuedAt { get; set; }

    public DateTimeOffset? TokenExpiresAt { get; set; }

    /// <summary>How many days before the token's end its owners were last told, 20, 10, 5 or 1.</summary>
    public int? TokenWarnedDays { get; set; }

    /// <summary>When the owners were told that somebody must log in again.</summary>
    public DateTimeOffset? LoginAskedAt { get; set; }

    /// <summary>When it was last seen that Instagram delivers everything that was allowed.</summary>
    public DateTimeOffset? SubscribedAt { get; set; }

    /// <summary>Why Instagram does not deliver, as the type of an error.</summary>
    [NotPersonal("The type of an error.")]
    public string? SubscriptionError { get; set; }

    public int? FollowersCount { get; set; }

    /// <summary>How many posts Instagram lets it publish within <see cref="QuotaWindow"/>; null until Instagram has said it.</summary>
    public int? QuotaTotal { get; set; }

    public TimeSpan? QuotaWindow { get; set; }

    /// <summary>Of what was used when that was read, the posts of other programs.</summary>
    public int QuotaElsewhere { get; set; }

    public DateTimeOffset? QuotaReadAt { get; set; }

    public required DateTimeOffset ConnectedAt { get; set; }

    public required PersonId ConnectedBy { get; set; }

    public bool Has(string scope) => Scopes.Split(' ').Contains(scope, StringComparer.Ordinal);

    public bool Allows(Capability capability) => capability switch
    {
        Capability.Publish => MayPublish,
        Capability.Comments => MayComment,
        Capability.Messages => MayMessage,
        Capability.Insights => MayReadInsights,
        Capability.Delete => MayDelete,
        Capability.TagProducts => MayTagProducts,
    };

    /// <summary>A member's own decision, beside the scopes Instagram granted.</summary>
    public void Switch(Capability capability, bool on)
    {
        switch (capability)
        {
            case Capability.Publish: MayPublish = on; break;
            case Capability.Comments: MayComment = on; break;
            case Capability.Messages: MayMessage = on; break;
            case Capability.Insights: MayReadInsights = on; break;
            case Capability.Delete: MayDelete = on; break;
            case Capability.TagProducts: MayTagProducts = on; break;
            default: throw new ArgumentOutOfRangeException(nameof(capability));
        }
    }

    /// <summary>Somebody logged in, for the first time or again; what the account had is kept.</summary>
    public void Reconnect(InstagramLogin login, string? pageId, IReadOnlyCollection<string> granted, DateTimeOffset now, DateTimeOffset? expires)
    {
        (Login, PageId, Scopes) = (login, pageId, string.Join(' ', granted.Distinct()));
        (TokenIssuedAt, TokenExpiresAt, TokenWarnedDays, LoginAskedAt) = (now, expires, null, null);
        (SubscribedAt, SubscriptionError) = (null, null);
        State = AccountState.Connected;
    }

    /// <summary>Nothing sent or planned is lost: it waits until the person has logged in again.</summary>
    public void NeedLogin()
    {
        if (State == AccountState.Connected)
            State = AccountState.NeedsLogin;
    }

    public void Disconnect()
    {
        State = AccountState.Disconnected;
        SealedToken = null;
        TokenExpiresAt = null;
        TokenIssuedAt = null;
        SubscribedAt = null;
        SubscriptionError = null;
    }
}
