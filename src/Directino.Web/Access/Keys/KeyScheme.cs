using System.Security.Claims;
using System.Text.Encodings.Web;
using Directino.Accounts.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Directino.Web.Access;

/// <summary>Lets programs into the REST API by <c>Authorization: Bearer dk_…</c>. There a bearer decides, whatever cookie comes with it; elsewhere it does nothing.</summary>
internal sealed class KeyScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, KeyBook book, KeyTries tries)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "key";

    private const string Bearer = "Bearer ";

    private bool _slow;

    /// <summary>By key or by cookie.</summary>
    public static string For(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api/v1") && BearerOf(http) is not null ? Name : IdentityConstants.ApplicationScheme;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = BearerOf(Context) ?? "";
        if (!tries.MayTry(Context, secret))
        {
            _slow = true;
            return AuthenticateResult.Fail("Too many keys that are none.");
        }

        if (await book.Open(secret, Context.RequestAborted) is not { } holder)
        {
            tries.Wrong(Context);
            return AuthenticateResult.Fail("The key opens nothing.");
        }

        tries.Opened(secret);
        var identity = new ClaimsIdentity(
            [
                new(VisitorClaims.Person, holder.Person.ToString()), new(VisitorClaims.Workspace, holder.Workspace.ToString()), new(VisitorClaims.Key, holder.Id.ToString()),
                new(VisitorClaims.KeyName, holder.Name), new(VisitorClaims.KeyRole, holder.Role.ToString()),
            ], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await HandleAuthenticateOnceSafeAsync();
        if (_slow)
        {
            await KeyAnswers.Slow(Context, seconds: 60);
            return;
        }

        Response.Headers.WWWAuthenticate = "Bearer";
        await KeyAnswers.Say(Context, StatusCodes.Status401Unauthorized, "This API key is wrong, revoked or has ended.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var missing = Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().LastOrDefault(a => a.Policy is not null)?.Policy;
        return KeyAnswers.Say(
            Context, StatusCodes.Status403Forbidden,
            PersonOnly.Marks(Context) ? PersonOnly.Sentence : $"The role of this API key, or of its member, lacks the permission {missing}.");
    }

    private static string? BearerOf(HttpContext http)
    {
        var header = http.Request.Headers[HeaderNames.Authorization].ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }
}
