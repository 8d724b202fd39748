using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Directino.Sandbox.Control;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Webhooks;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Login;

/// <summary>
/// The person of an account removes the app in Instagram's settings, and may ask to have their data deleted, too: their tokens die (190/458) and the app's callbacks are
/// called with a <c>signed_request</c>.
/// </summary>
public sealed class AppRemoval(World world, SandboxControl control, IHttpClientFactory clients, IOptions<SandboxOptions> options)
{
    /// <param name="account">Whose person it is.</param>
    /// <param name="deleteData">Also asks to have the data deleted.</param>
    /// <param name="fault">What is wrong with what the callbacks get.</param>
    public async Task<IReadOnlyList<CallbackAnswer>> Remove(string account, bool deleteData, RemovalFault fault, CancellationToken cancellationToken)
    {
        var owner = world.Read(state => state.AccountNamed(account)) ?? throw new NoSuchThing("account", account);
        if (options.Value is { WebhookUrl: null } and ({ DeauthorizeUrl: null } or { DataDeletionUrl: null })) throw new ActRefused("No callback is set: Sandbox:DeauthorizeUrl and Sandbox:DataDeletionUrl, or Sandbox:WebhookUrl beside which they lie.");
        control.EndTokens(account, 458);
        var signed = Sign(owner.AppScopedId, fault);
        var answers = new List<CallbackAnswer>();
        for (var times = fault == RemovalFault.Repeated ? 2 : 1; times > 0; times--)
        {
            answers.Add(await Post(options.Value.DeauthorizeUrl ?? Beside("meta/deauthorize"), signed, cancellationToken));
            if (deleteData) answers.Add(await Post(options.Value.DataDeletionUrl ?? Beside("meta/data-deletion"), signed, cancellationToken));
        }

        return answers;
    }

    /// <summary>What Meta would send about a person, or something close to it.</summary>
    public string Sign(string userId, RemovalFault fault = RemovalFault.None)
    {
        var issued = fault == RemovalFault.Stale ? world.Now - TimeSpan.FromDays(30) : world.Now;
        var payload = Encoded(JsonSerializer.SerializeToUtf8Bytes(new
        {
            algorithm = fault == RemovalFault.OtherAlgorithm ? "HMAC-MD5" : "HMAC-SHA256", expires = issued.AddHours(1).ToUnixTimeSeconds(), issued_at = issued.ToUnixTimeSeconds(), user_id = userId,
        }));
        var secret = fault switch { RemovalFault.WrongSecret => "somebody-else-s-secret", RemovalFault.MetaSecret => options.Value.MetaAppSecret, _ => options.Value.AppSecret };
        var signature = Encoded(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(payload)));
        return fault == RemovalFault.Tampered ? $"{signature}.{Encoded(JsonSerializer.SerializeToUtf8Bytes(new { algorithm = "HMAC-SHA256", user_id = userId }))}" : $"{signature}.{payload}";
    }

    private async Task<CallbackAnswer> Post(string url, string signed, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(WebhookCallback.Client);
        using var form = new FormUrlEncodedContent([new("signed_request", signed)]);
        using var answer = await client.PostAsync(new Uri(url), form, cancellationToken);
        return new CallbackAnswer(url, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    private string Beside(string path) => new Uri(new Uri(options.Value.WebhookUrl!), "/" + path).AbsoluteUri;

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);
}

/// <summary>What an app answered to a callback.</summary>
public sealed record CallbackAnswer(string Url, int Status, string Body);

/// <summary>What can be wrong with a <c>signed_request</c>.</summary>
public enum RemovalFault
{
    None,

    /// <summary>Signed with the Meta app secret: Meta does not document which of the two it takes.</summary>
    MetaSecret,

    /// <summary>The same twice.</summary>
    Repeated,
    WrongSecret,

    /// <summary>Another payload than the one that was signed.</summary>
    Tampered,
    OtherAlgorithm,

    /// <summary>Signed a month ago.</summary>
    Stale,
}
