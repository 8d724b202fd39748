using System.Text.Json.Nodes;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Login;

/// <summary>Facebook's token endpoint (code, long-lived exchange, app token) and <c>debug_token</c>.</summary>
internal sealed class FacebookLogin(World world, IOptions<SandboxOptions> options, TokenCheck tokens, FaultyCall faulty)
{
    public Task Token(HttpContext http) => Answer(http, "oauth_access_token", call =>
    {
        if (call.Text("client_id") != options.Value.MetaAppId) throw GraphErrors.Parameter(ApiHost.Facebook, "Error validating application. Cannot get application info due to a system error.");
        if (call.Text("client_secret") != options.Value.MetaAppSecret) throw GraphErrors.Parameter(ApiHost.Facebook, "Error validating client secret.");
        return call.Text("grant_type") switch
        {
            "client_credentials" => new JsonObject { ["access_token"] = options.Value.MetaAppId + "|" + options.Value.MetaAppSecret, ["token_type"] = "bearer" },
            "fb_exchange_token" => Lengthen(call),
            null or "authorization_code" => Exchange(call),
            _ => throw GraphErrors.Parameter(ApiHost.Facebook, "(#100) Invalid grant_type"),
        };
    });

    public Task Debug(HttpContext http) => Answer(http, "debug_token", call =>
    {
        tokens.Verify(call);
        var token = world.Read(state => state.Tokens.GetValueOrDefault(call.Needed("input_token")));
        if (token is null)
        {
            return new JsonObject { ["data"] = new JsonObject { ["error"] = Error(190, null, "Invalid OAuth access token."), ["is_valid"] = false, ["scopes"] = new JsonArray() } };
        }
        // The real one does not know Instagram User tokens and says so with a temporary error.
        return TokenCheck.HostOf(token) == ApiHost.Instagram ? throw GraphErrors.Row(2) : new JsonObject { ["data"] = Describe(token) };
    });

    private JsonObject Exchange(GraphCall call)
    {
        var value = call.Needed("code");
        return world.Act(Actors.Api, call.RequestId, act =>
        {
            var code = act.State.Codes.GetValueOrDefault(value);
            if (code is null || !code.Facebook || act.Now - code.IssuedAt >= TokenMint.CodeLife) throw GraphErrors.Parameter(ApiHost.Facebook, "Invalid verification code format.");
            if (code.Used) throw GraphErrors.Parameter(ApiHost.Facebook, "This authorization code has been used.");
            if (code.RedirectUri != call.Text("redirect_uri"))
            {
                throw GraphErrors.Parameter(ApiHost.Facebook, "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request");
            }
            act.Record(new CodeUsed(value));
            var user = act.State.Accounts[code.AccountIds[0]].FacebookUserId;
            return Issue(act, TokenMint.Facebook(act, TokenKind.FacebookShort, user, code.AccountIds, code.Granted));
        });
    }

    private JsonObject Lengthen(GraphCall call)
    {
        var value = call.Needed("fb_exchange_token");
        return world.Act(Actors.Api, call.RequestId, act =>
        {
            var token = act.State.Tokens.GetValueOrDefault(value);
            if (token is null || token.Kind is not (TokenKind.FacebookShort or TokenKind.FacebookLong)) throw tokens.Malformed();
            if (token.EndedWith is { } subcode) throw GraphErrors.Row(190, subcode);
            if (token.ExpiresAt is { } end && end <= act.Now) throw tokens.Expired(end);
            return Issue(act, TokenMint.Facebook(act, TokenKind.FacebookLong, token.FacebookUserId!, token.ChosenAccounts, token.Scopes));
        });
    }

    private static JsonObject Issue(WorldAct act, AccessToken token)
    {
        act.Record(new TokenIssued(token));
        return new() { ["access_token"] = token.Value, ["token_type"] = "bearer", ["expires_in"] = (long)(token.ExpiresAt!.Value - token.IssuedAt).TotalSeconds };
    }

    private JsonObject Describe(AccessToken token)
    {
        var expired = token.ExpiresAt is { } end && end <= world.Now;
        var data = new JsonObject
        {
            ["app_id"] = options.Value.MetaAppId,
            ["type"] = token.Kind == TokenKind.Page ? "PAGE" : "USER",
            ["application"] = "Directino Sandbox",
            ["expires_at"] = token.ExpiresAt?.ToUnixTimeSeconds() ?? 0,
            ["data_access_expires_at"] = token.IssuedAt.AddDays(90).ToUnixTimeSeconds(),
            ["issued_at"] = token.IssuedAt.ToUnixTimeSeconds(),
            ["is_valid"] = !expired && token.EndedWith is null,
            ["scopes"] = new JsonArray([.. token.Scopes]),
            ["user_id"] = token.FacebookUserId,
        };
        if (token.Kind == TokenKind.Page) data["profile_id"] = world.Read(state => state.Accounts[token.AccountId!].PageId);
        data["granular_scopes"] = new JsonArray([.. token.Scopes.Select(scope => new JsonObject { ["scope"] = scope })]);
        if (expired) data["error"] = Error(190, 463, "Error validating access token: Session has expired.");
        else if (token.EndedWith is { } subcode) data["error"] = Error(190, subcode, ErrorTable.Of(190, subcode).Message);
        return data;
    }

    private static JsonObject Error(int code, int? subcode, string message)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (subcode is not null) error["subcode"] = subcode;
        return error;
    }

    private async Task Answer(HttpContext http, string name, Func<GraphCall, JsonObject> work)
    {
        var requestId = "";
        try
        {
            var call = await GraphCall.Read(http, ApiHost.Facebook, world, options.Value);
            requestId = call.RequestId;
            await faulty.Run(http, name, null, requestId, () =>
            {
                var body = work(call);
                return Task.FromResult(() => GraphAnswer.Write(http, body));
            });
        }
        catch (GraphException e)
        {
            await GraphAnswer.Write(http, e.Error, requestId);
        }
    }
}
