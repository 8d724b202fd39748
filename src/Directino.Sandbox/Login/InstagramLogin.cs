using System.Globalization;
using System.Text.Json.Nodes;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Login;

/// <summary>Code for a short token, short for long, long for a fresh one.</summary>
internal sealed class InstagramLogin(World world, IOptions<SandboxOptions> options, TokenCheck tokens, FaultyCall faulty, UsageMeter usage)
{
    public async Task Exchange(HttpContext http)
    {
        try
        {
            var call = await GraphCall.Read(http, ApiHost.Instagram, world, options.Value);
            await faulty.Run(http, "oauth_access_token", null, call.RequestId, () =>
            {
                var body = Exchange(call);
                return Task.FromResult(() => GraphAnswer.Write(http, body));
            });
        }
        catch (LoginFault fault)
        {
            await fault.Write(http);
        }
        catch (GraphException e)
        {
            await new LoginFault(e.Message).Write(http);
        }
    }

    public Task Lengthen(HttpContext http) => Answer(http, "access_token", "ig_exchange_token", call =>
    {
        if (call.Text("client_secret") != options.Value.AppSecret) throw GraphErrors.Parameter(ApiHost.Instagram, "Error validating client secret.");
        var token = tokens.Verify(call);
        if (token.Kind != TokenKind.InstagramShort) throw GraphErrors.Parameter(ApiHost.Instagram, "Session key invalid: only a short-lived token can be exchanged");
        return token;
    });

    public Task Refresh(HttpContext http) => Answer(http, "refresh_access_token", "ig_refresh_token", call =>
    {
        var token = tokens.Verify(call);
        if (token.Kind != TokenKind.InstagramLong) throw GraphErrors.Parameter(ApiHost.Instagram, "Only a long-lived token can be refreshed");
        if (world.Now - token.IssuedAt < TokenMint.RefreshAge) throw GraphErrors.Parameter(ApiHost.Instagram, "The token must be at least 24 hours old to be refreshed");
        return token.Scopes.Contains(Scopes.Basic) ? token : throw GraphErrors.NoPermission(ApiHost.Instagram, Scopes.Basic);
    });

    private JsonObject Exchange(GraphCall call)
    {
        if (call.Text("client_id") != options.Value.AppId) throw new LoginFault("Invalid platform app");
        if (call.Text("client_secret") != options.Value.AppSecret) throw new LoginFault("Error validating client secret.");
        if (call.Text("grant_type") != "authorization_code") throw new LoginFault("Invalid grant_type");
        var value = call.Text("code") ?? throw new LoginFault("The parameter code is required");
        return world.Act(Actors.Api, call.RequestId, act =>
        {
            var code = act.State.Codes.GetValueOrDefault(value);
            if (code is null || code.Used || code.Facebook || act.Now - code.IssuedAt >= TokenMint.CodeLife)
            {
                throw new LoginFault("Matching code was not found or was already used");
            }
            if (code.RedirectUri != call.Text("redirect_uri"))
            {
                throw new LoginFault("Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request");
            }
            act.Record(new CodeUsed(value));
            var token = TokenMint.Instagram(act, TokenKind.InstagramShort, code.AccountIds[0], code.Granted);
            act.Record(new TokenIssued(token));
            return Shape(token, act.State.Accounts[code.AccountIds[0]].AppScopedId);
        });
    }

    private JsonObject Shape(AccessToken token, string appScopedId) => options.Value.CodeAnswer == ExchangeShape.Flat
        ? new()
        {
            ["access_token"] = token.Value,
            ["user_id"] = long.Parse(appScopedId, CultureInfo.InvariantCulture),
            ["permissions"] = new JsonArray([.. token.Scopes]),
        }
        : new()
        {
            ["data"] = new JsonArray(new JsonObject { ["access_token"] = token.Value, ["user_id"] = appScopedId, ["permissions"] = string.Join(',', token.Scopes) }),
        };

    private async Task Answer(HttpContext http, string name, string grant, Func<GraphCall, AccessToken> check)
    {
        var requestId = "";
        try
        {
            var call = await GraphCall.Read(http, ApiHost.Instagram, world, options.Value);
            requestId = call.RequestId;
            var account = world.Read(state => state.Tokens.GetValueOrDefault(call.Bearer ?? "")?.AccountId is { } id ? state.Accounts.GetValueOrDefault(id) : null);
            usage.Stamp(http, account);
            await faulty.Run(http, name, account, requestId, () =>
            {
                usage.Check(http, account);
                if (call.Text("grant_type") != grant) throw GraphErrors.Parameter(ApiHost.Instagram, "(#100) Invalid grant_type");
                var old = check(call);
                var token = world.Act(Actors.Api, call.RequestId, act =>
                {
                    var made = TokenMint.Instagram(act, TokenKind.InstagramLong, old.AccountId!, old.Scopes);
                    act.Record(new TokenIssued(made));
                    return made;
                });
                var seconds = (long)(token.ExpiresAt!.Value - token.IssuedAt).TotalSeconds;
                var body = new JsonObject { ["access_token"] = token.Value, ["token_type"] = "bearer", ["expires_in"] = seconds };
                return Task.FromResult(() => GraphAnswer.Write(http, body));
            });
        }
        catch (GraphException e)
        {
            await GraphAnswer.Write(http, e.Error, requestId);
        }
    }
}
