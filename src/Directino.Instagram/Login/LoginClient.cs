using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Login;

/// <summary>
/// Sign-in and tokens of both login products (auth.md). Meta takes secrets of these calls only in the query or form, so their requests are
/// marked with <see cref="SecretUrl"/> and their exceptions carry no cause.
/// </summary>
public sealed class LoginClient
{
    private readonly GraphTransport _graph;
    private readonly InstagramClientOptions _options;

    internal LoginClient(GraphTransport graph, InstagramClientOptions options) => (_graph, _options) = (graph, options);

    /// <summary>The address to send the person's browser to (auth.md sections 2.2 and 3.1). Makes no call.</summary>
    /// <param name="login">The login product.</param>
    /// <param name="redirectUri">Must equal a registered URI exactly, and again at <see cref="ExchangeCode"/>.</param>
    /// <param name="scopes">Permissions; <c>instagram_business_basic</c> or <c>instagram_basic</c> must be among them.</param>
    /// <param name="state">Unguessable value bound to the browser session.</param>
    /// <param name="forceReauth">Instagram: ask for credentials again. Facebook: show declined permissions again (<c>auth_type=rerequest</c>).</param>
    public Uri AuthorizeUrl(InstagramLogin login, Uri redirectUri, IReadOnlyCollection<string> scopes, string state, bool forceReauth = false)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        var facebook = login == InstagramLogin.Facebook;
        var query = Query.Of("client_id", facebook ? _options.MetaAppId : _options.AppId)
            .And("redirect_uri", redirectUri.OriginalString)
            .And("response_type", "code")
            .And("scope", string.Join(',', scopes))
            .And("state", state);
        if (forceReauth) query.And(facebook ? "auth_type" : "force_reauth", facebook ? "rerequest" : "true");
        return facebook ? query.Below(_options.FacebookDialog, $"{_options.Version}/dialog/oauth") : query.Below(_options.AuthorizeUrl);
    }

    /// <summary>Turns the code of the redirect into a short-lived token. A code lives one hour and works once; a trailing <c>#_</c> is cut off.</summary>
    /// <exception cref="LoginNeededException">The code is used, old or belongs to another redirect URI: start again.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost; the code may be used up: start again.</exception>
    public async Task<CodeExchange> ExchangeCode(InstagramLogin login, string code, Uri redirectUri, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(redirectUri);
        var hash = code.IndexOf('#', StringComparison.Ordinal);
        var clean = hash < 0 ? code : code[..hash];
        CodeExchangeWire answer;
        if (login == InstagramLogin.Facebook)
        {
            var url = Query.Of("client_id", _options.MetaAppId).And("redirect_uri", redirectUri.OriginalString)
                .And("client_secret", _options.MetaAppSecret).And("code", clean)
                .Below(_options.FacebookGraph, $"{_options.Version}/oauth/access_token");
            answer = await _graph.Secret(HttpMethod.Get, url, null, effect: true, InstagramJson.Default.CodeExchangeWire, cancellation);
        }
        else
        {
            var form = Query.Of("client_id", _options.AppId).And("client_secret", _options.AppSecret).And("grant_type", "authorization_code")
                .And("redirect_uri", redirectUri.OriginalString).And("code", clean).ToForm();
            answer = await _graph.Secret(
                HttpMethod.Post, _options.CodeExchangeUrl, form, effect: true, InstagramJson.Default.CodeExchangeWire, cancellation);
        }

        // Documented wrapped in a one-element list, seen flat: both are read.
        if (answer is { AccessToken: null, Data: [var first, ..] }) answer = first;
        return answer.AccessToken is { Length: > 0 } token
            ? new CodeExchange(token, answer.UserId, answer.Permissions, Life(answer.ExpiresIn))
            : throw new OutcomeUnknownException("The answer to the code exchange holds no token.");
    }

    /// <summary>Turns a short-lived token into one of about 60 days (auth.md sections 2.5 and 3.3). Fails for an expired token.</summary>
    /// <exception cref="LoginNeededException">The short-lived token is dead.</exception>
    public async Task<LongLivedToken> ExchangeForLongLived(InstagramLogin login, string shortToken, CancellationToken cancellation = default)
    {
        var url = login == InstagramLogin.Facebook
            ? Query.Of("grant_type", "fb_exchange_token").And("client_id", _options.MetaAppId).And("client_secret", _options.MetaAppSecret)
                .And("fb_exchange_token", shortToken).Below(_options.FacebookGraph, $"{_options.Version}/oauth/access_token")
            : Query.Of("grant_type", "ig_exchange_token").And("client_secret", _options.AppSecret).And("access_token", shortToken)
                .Below(_options.InstagramGraph, "access_token");
        return ToToken(await _graph.Secret(HttpMethod.Get, url, null, effect: false, InstagramJson.Default.LongLivedWire, cancellation));
    }

    /// <summary>
    /// A new token of about 60 days for a long-lived one (auth.md section 2.6). Instagram: the token must be 24 hours old, valid, and still hold
    /// <c>instagram_business_basic</c>. Facebook has no refresh: a valid long-lived <i>user</i> token is exchanged again; Page tokens are read
    /// anew with <see cref="LinkedAccounts"/>.
    /// </summary>
    /// <exception cref="LoginNeededException">The token is dead: full login.</exception>
    public async Task<LongLivedToken> Refresh(InstagramAccess access, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        if (access.Login == InstagramLogin.Facebook) return await ExchangeForLongLived(access.Login, access.Token, cancellation);
        var url = Query.Of("grant_type", "ig_refresh_token").And("access_token", access.Token).Below(_options.InstagramGraph, "refresh_access_token");
        return ToToken(await _graph.Secret(HttpMethod.Get, url, null, effect: false, InstagramJson.Default.LongLivedWire, cancellation));
    }

    /// <summary>Facebook Login: the Pages of the person with their Page tokens and linked Instagram accounts, all pages of the list (auth.md 3.5).</summary>
    /// <param name="userToken">A long-lived user token, so that the Page tokens have no end.</param>
    /// <param name="cancellation">Stops the calls.</param>
    public async Task<IReadOnlyList<LinkedAccount>> LinkedAccounts(string userToken, CancellationToken cancellation = default)
    {
        var access = new InstagramAccess(InstagramLogin.Facebook, "", userToken);
        var pages = new List<LinkedAccount>();
        string? after = null;
        do
        {
            var query = Query.Of("fields", "id,name,access_token,tasks,instagram_business_account{id,username,profile_picture_url}")
                .And("limit", "100").And("after", after);
            var answer = await _graph.Get(access, "me/accounts", query, InstagramJson.Default.ListedPageWire, cancellation);
            pages.AddRange(answer.Items.Select(page => new LinkedAccount(
                page.Id, page.Name, page.AccessToken, page.Tasks ?? [],
                page.InstagramBusinessAccount?.Id, page.InstagramBusinessAccount?.Username, page.InstagramBusinessAccount?.ProfilePictureUrl)));
            after = answer.After == after ? null : answer.After;
        }
        while (after is not null);

        return pages;
    }

    /// <summary>Facebook Login: the permissions with status <c>granted</c> (auth.md section 3.6). Instagram Login has no such call.</summary>
    public async Task<IReadOnlyList<string>> GrantedPermissions(string userToken, CancellationToken cancellation = default)
    {
        var access = new InstagramAccess(InstagramLogin.Facebook, "", userToken);
        var answer = await _graph.Get(access, "me/permissions", new Query(), InstagramJson.Default.ListedPermissionWire, cancellation);
        return [.. answer.Items.Where(row => row is { Permission: not null, Status: "granted" }).Select(row => row.Permission!)];
    }

    private static LongLivedToken ToToken(LongLivedWire answer) => new(answer.AccessToken, Life(answer.ExpiresIn), answer.Permissions);

    private static TimeSpan? Life(long? seconds) => seconds is > 0 and < int.MaxValue ? TimeSpan.FromSeconds(seconds.Value) : null;
}
