using Directino.Sandbox.Graph;

namespace Directino.Sandbox.Publishing;

/// <summary>Downloads what a container names, as Meta's servers would: no credentials, no patience.</summary>
internal sealed class MediaFetch(IHttpClientFactory clients)
{
    public const string Client = "sandbox-fetch";

    public async Task<byte[]> Bytes(ApiHost host, string parameter, string address, long most, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw GraphErrors.Parameter(host, $"(#100) Param {parameter} must be a valid URL");
        }
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!answer.IsSuccessStatusCode) throw GraphErrors.Row(9004, 2207052);
            if (answer.Content.Headers.ContentLength > most) throw TooLarge(parameter);
            using var bytes = new MemoryStream();
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[81920];
            for (var read = await body.ReadAsync(buffer, cancellationToken); read > 0; read = await body.ReadAsync(buffer, cancellationToken))
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > most) throw TooLarge(parameter);
            }
            return bytes.ToArray();
        }
        catch (HttpRequestException)
        {
            throw GraphErrors.Row(9004, 2207052);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw GraphErrors.Row(-2, 2207003);
        }
    }

    private static GraphException TooLarge(string parameter) => parameter == "video_url" ? GraphErrors.Row(352, 2207026) : GraphErrors.Row(36000, 2207004);
}
