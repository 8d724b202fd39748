using System.Globalization;
using System.Security.Cryptography;
using Directino.Sandbox.Journal;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Webhooks;

/// <summary>The address notifications go to. It is kept only after the handshake has succeeded.</summary>
public sealed class WebhookCallback(World world, IHttpClientFactory clients, IOptions<SandboxOptions> options)
{
    internal const string Client = "sandbox-webhooks";
    private bool _configured;

    /// <summary>Shakes hands and saves; otherwise says what was wrong.</summary>
    public async Task<string?> Set(string url, string verifyToken, IReadOnlyList<string>? fields, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return "the callback is not an absolute http or https address";
        var challenge = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var separator = address.Query.Length == 0 ? '?' : '&';
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.GetAsync(
                $"{url}{separator}hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={Uri.EscapeDataString(verifyToken)}", cancellationToken);
            if (!answer.IsSuccessStatusCode) return $"the callback answered {(int)answer.StatusCode}";
            if (await answer.Content.ReadAsStringAsync(cancellationToken) != challenge) return "the callback did not answer with the challenge";
        }
        catch (HttpRequestException e)
        {
            return $"the callback could not be reached ({e.HttpRequestError})";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "the callback took too long to answer";
        }
        world.Record(Actors.Control, new CallbackSet(url, verifyToken, fields ?? WebhookFields.Instagram));
        return null;
    }

    /// <summary>The address to deliver to; shakes hands with the one in the settings the first time it is needed.</summary>
    internal async Task<string?> Address(CancellationToken cancellationToken)
    {
        if (_configured || options.Value.WebhookUrl is not { } url) return world.Read(state => state.Callback);
        _configured = await Set(url, options.Value.VerifyToken, null, cancellationToken) is null;
        return _configured ? url : null;
    }
}
