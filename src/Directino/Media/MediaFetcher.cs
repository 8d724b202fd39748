using System.Net;
using System.Net.Http.Headers;
using Directino.Accounts;
using Directino.Instagram;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>Takes in a picture or video that somebody names by its address. What it is is told from its bytes; where it may come from, by <see cref="FetchGuard"/>.</summary>
public sealed class MediaFetcher : IDisposable
{
    public const int LongestAddress = 2000;
    private const int MostRedirects = 5;
    private const int Beginning = 64;
    private readonly MediaLibrary _library;
    private readonly WorkFolder _folder;
    private readonly FetchGuard _guard;
    private readonly IOptions<MediaOptions> _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    internal MediaFetcher(MediaLibrary library, WorkFolder folder, FetchGuard guard, IOptions<MediaOptions> options, TimeProvider clock)
    {
        (_library, _folder, _guard, _options, _clock) = (library, folder, guard, options, clock);
        _http = new HttpClient(guard.Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Directino", null));
    }

    public void Dispose() => _http.Dispose();

    /// <param name="progress">Told how many bytes are here, and of how many where that is known.</param>
    public async Task<UploadOutcome> Add(WorkspaceId workspace, PersonId by, string? address, Action<long, long?>? progress, CancellationToken ct)
    {
        if (Read(address) is not { } uri)
            return new UploadOutcome.Refused(MediaRefusal.AddressUnknown);
        if (uri.Scheme != _guard.Scheme)
            return new UploadOutcome.Refused(MediaRefusal.AddressNotHttps);
        using var file = _folder.NewFile(".fetch");
        using var patience = new CancellationTokenSource(_options.Value.LongestFetch, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        string name;
        try
        {
            name = await Fetch(uri, file.Path, progress, either.Token);
        }
        catch (FetchFailedException failed)
        {
            return new UploadOutcome.Refused(failed.Why);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return new UploadOutcome.Refused(MediaRefusal.AddressTooSlow);
        }

        return await _library.Add(workspace, by, name, file.Path, ct);
    }

    /// <summary>Null for what is no address of the web, or holds a password.</summary>
    private static Uri? Read(string? address) =>
        address?.Trim() is { Length: > 0 and <= LongestAddress } text && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0 && uri.UserInfo.Length == 0 ? uri : null;

    /// <summary>Writes what is there into the file and returns what it is called there.</summary>
    private async Task<string> Fetch(Uri uri, string path, Action<long, long?>? progress, CancellationToken ct)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            // An address may be a secret of whoever pasted it: no trace shows it.
            request.Options.Set(SecretUrl.Key, true);
            using var response = await Outside(() => _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct));
            if (response.IsSuccessStatusCode)
            {
                await Receive(response, path, progress, ct);
                return uri.Segments is [.., var last] ? Uri.UnescapeDataString(last) : "";
            }

            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
                || response.Headers.Location is not { } location)
                throw new FetchFailedException(MediaRefusal.AddressHasNone);
            uri = Uri.TryCreate(uri, location, out var next) && Read(next.AbsoluteUri) is { } there ? there : throw new FetchFailedException(MediaRefusal.AddressHasNone);
            if (uri.Scheme != _guard.Scheme)
                throw new FetchFailedException(MediaRefusal.AddressNotHttps);
        }

        throw new FetchFailedException(MediaRefusal.AddressLeadsOn);
    }

    private async Task Receive(HttpResponseMessage response, string path, Action<long, long?>? progress, CancellationToken ct)
    {
        await using var source = await Outside(() => response.Content.ReadAsStreamAsync(ct));
        var beginning = new byte[Beginning];
        var read = await Outside(() => source.ReadAtLeastAsync(beginning, Beginning, throwOnEndOfStream: false, ct).AsTask());
        // The rest of what is no picture and no video is left where it is.
        var format = MediaFormats.Of(beginning.AsSpan(0, read));
        if (format == MediaFormat.Other)
            throw new FetchFailedException(read == 0 ? MediaRefusal.Empty : MediaRefusal.UnknownFormat);
        var (most, tooLarge) = format == MediaFormat.Video
            ? (_options.Value.LargestVideo, MediaRefusal.VideoTooLarge)
            : (_options.Value.LargestUpload, MediaRefusal.TooLarge);
        var length = response.Content.Headers.ContentLength;
        if (length > most)
            throw new FetchFailedException(tooLarge);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true);
        await file.WriteAsync(beginning.AsMemory(0, read), ct);
        var buffer = new byte[81920];
        for (read = await Outside(Next); read > 0; read = await Outside(Next))
        {
            if (file.Length + read > most)
                throw new FetchFailedException(tooLarge);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
            progress?.Invoke(file.Length, length);
        }

        Task<int> Next() => source.ReadAsync(buffer, ct).AsTask();
    }

    /// <summary>What goes wrong on the way is said; what goes wrong here, such as a full disk, is not mistaken for it.</summary>
    private static async Task<T> Outside<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new FetchFailedException(error.InnerException is ClosedAddressException ? MediaRefusal.AddressClosed : MediaRefusal.AddressUnreachable, error);
        }
    }

    private sealed class FetchFailedException(MediaRefusal why, Exception? inner = null) : Exception(why.ToString(), inner)
    {
        public MediaRefusal Why => why;
    }
}
