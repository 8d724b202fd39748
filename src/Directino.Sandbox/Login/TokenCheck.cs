using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Login;

/// <summary>Whether a call's token is good at this host, and whether the object it touches is the token's.</summary>
internal sealed class TokenCheck(World world, IOptions<SandboxOptions> options)
{
    private static readonly TimeSpan ProofLife = TimeSpan.FromMinutes(5);

    public AccessToken Verify(GraphCall call)
    {
        if (call.Bearer is not { } value) throw new GraphException(ErrorTable.Of(2500));
        CheckProof(call, value);
        if (AppToken(call.Host, value) is { } app) return app;
        var token = world.Read(state => state.Tokens.GetValueOrDefault(value));
        if (token is null || HostOf(token) != call.Host) throw Malformed();
        if (token.EndedWith is { } subcode) throw GraphErrors.Row(190, subcode);
        if (token.ExpiresAt is { } end && end <= world.Now) throw Expired(end);
        return token;
    }

    /// <summary>A foreign object looks like one that does not exist.</summary>
    public static void Own(GraphCall call)
    {
        var node = call.Node;
        if (node.Kind is NodeKind.None or NodeKind.Unknown || (node.Kind == NodeKind.App && call.Token.Kind != TokenKind.App)) throw GraphErrors.NoSuchObject(call.Host, call.Method, node.Id);
        // Pages and sounds are public: whoever has a token may look for them.
        if (node.Kind is NodeKind.Pages or NodeKind.AudioCatalog or NodeKind.Audio) return;
        if (call.Token.Kind == TokenKind.App)
        {
            if (node.Kind != NodeKind.App) throw GraphErrors.NoSuchObject(call.Host, call.Method, node.Id);
            return;
        }
        var mine = node switch
        {
            { Kind: NodeKind.FacebookUser } => node.Id == call.Token.FacebookUserId && call.Token.Kind != TokenKind.Page,
            { Account: { } account } => call.Token.AccountId == account.Id || call.Token.ChosenAccounts.Contains(account.Id),
            _ => false,
        };
        if (!mine) throw GraphErrors.NoSuchObject(call.Host, call.Method, node.Id);
    }

    public GraphException Expired(DateTimeOffset end) => new(ErrorTable.Of(190, 463) with
    {
        Message = $"Error validating access token: Session has expired on {Pacific(end)}. The current time is {Pacific(world.Now)}.",
    });

    public GraphException Malformed() => new(ErrorTable.Of(190) with
    {
        Status = options.Value.UnauthorizedStatus ? 401 : 400,
        Message = "Invalid OAuth access token - Cannot parse access token",
    });

    public static ApiHost HostOf(AccessToken token) =>
        token.Kind is TokenKind.InstagramShort or TokenKind.InstagramLong ? ApiHost.Instagram : ApiHost.Facebook;

    /// <summary>A proof is optional; one that is wrong or (with a time) older than five minutes fails the call.</summary>
    private void CheckProof(GraphCall call, string token)
    {
        if (call.Text("appsecret_proof") is not { } proof) return;
        var time = call.Text("appsecret_time");
        var secret = call.Host == ApiHost.Facebook ? options.Value.MetaAppSecret : options.Value.AppSecret;
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(time is null ? token : $"{token}|{time}"));
        var fresh = time is null || (long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) && (world.Now - DateTimeOffset.FromUnixTimeSeconds(unix)).Duration() <= ProofLife);
        if (!fresh || proof != Convert.ToHexStringLower(expected)) throw GraphErrors.Parameter(call.Host, "Invalid appsecret_proof provided in the API argument");
    }

    /// <summary>The literal <c>{app-id}|{app-secret}</c> is a token too.</summary>
    private AccessToken? AppToken(ApiHost host, string value) => host == ApiHost.Facebook && value == options.Value.MetaAppId + "|" + options.Value.MetaAppSecret
        ? new() { Id = "app", Value = value, Kind = TokenKind.App, Scopes = [], IssuedAt = default }
        : null;

    private static string Pacific(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(-8)).ToString("dddd, dd-MMM-yy HH:mm:ss 'PST'", CultureInfo.InvariantCulture);
}
