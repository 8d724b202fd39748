namespace Directino.Instagram;

/// <summary>
/// Marks requests whose URL or form carries a secret because Meta documents no other place for it (code exchange, token exchange, refresh).
/// Tracing and logging of the host must skip them: <c>options.FilterHttpRequestMessage = r =&gt; !SecretUrl.Marks(r)</c>.
/// </summary>
public static class SecretUrl
{
    /// <summary>The option set on such requests: <c>directino.secret</c> = true.</summary>
    public static readonly HttpRequestOptionsKey<bool> Key = new("directino.secret");

    /// <summary>True when the request must be neither logged nor traced.</summary>
    /// <param name="request">A request on its way out.</param>
    public static bool Marks(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Options.TryGetValue(Key, out var secret) && secret;
    }
}
