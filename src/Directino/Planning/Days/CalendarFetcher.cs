using System.Net;
using System.Net.Http.Headers;
using Directino.Instagram;
using Directino.Media;

namespace Directino.Planning.Days;

/// <summary>Reads a calendar from its address. Where that may lead is for <see cref="FetchGuard"/>.</summary>
public sealed class CalendarFetcher : IDisposable
{
    public const int LongestAddress = 2_000;
    private const int MostRedirects = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly FetchGuard _guard;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    internal CalendarFetcher(FetchGuard guard, TimeProvider clock)
    {
        (_guard, _clock) = (guard, clock);
        _http = new HttpClient(guard.Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Directino", null));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The address if it may be one; calendar programs write webcal for https.</summary>
    internal static Uri? Address(string? address)
    {
        var text = (address ?? "").Trim();
        if (text.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase))
            text = "https" + text["webcal".Length..];
        return text.Length is > 0 and <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0 && uri.UserInfo.Length == 0 ? uri : null;
    }

    /// <summary>What is there, or the rule by which it cannot be had.</summary>
    internal async Task<(byte[]? File, string? Rule)> Fetch(string? address, CancellationToken ct)
    {
        if (Address(address) is not { } uri)
            return (null, DayRules.AddressUnknown);
        using var patience = new CancellationTokenSource(Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            return await Follow(uri, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return (null, DayRules.AddressTooSlow);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return (null, error.InnerException is ClosedAddressException ? DayRules.AddressClosed : DayRules.AddressUnreachable);
        }
    }

    private async Task<(byte[]? File, string? Rule)> Follow(Uri uri, CancellationToken ct)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (uri.Scheme != _guard.Scheme)
                return (null, DayRules.AddressNotHttps);
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            // Who knows the address of a calendar can read it: no trace shows it.
            request.Options.Set(SecretUrl.Key, true);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (response.IsSuccessStatusCode)
                return await Receive(response, ct);
            if ((int)response.StatusCode is not (>= 301 and <= 308) || response.Headers.Location is not { } location
                || !Uri.TryCreate(uri, location, out var next) || Address(next.AbsoluteUri) is not { } there)
                return (null, DayRules.AddressUnreachable);
            uri = there;
        }

        return (null, DayRules.AddressUnreachable);
    }

    private static async Task<(byte[]? File, string? Rule)> Receive(HttpResponseMessage response, CancellationToken ct)
    {
        await using var source = await response.Content.ReadAsStreamAsync(ct);
        var file = new byte[CalendarFile.MostBytes + 1];
        var read = await source.ReadAtLeastAsync(file, file.Length, throwOnEndOfStream: false, ct);
        return read == file.Length ? (null, DayRules.TooLarge) : (file[..read], null);
    }
}
