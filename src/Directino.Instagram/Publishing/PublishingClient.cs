using System.Globalization;
using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Publishing;

/// <summary>
/// Containers and publishing (publishing.md). There is no idempotency key: after an <see cref="OutcomeUnknownException"/> of
/// <see cref="Publish"/> read <see cref="ContainerStatus"/> first; <see cref="ContainerCode.Published"/> means it went out.
/// </summary>
public sealed class PublishingClient
{
    private readonly GraphTransport _graph;

    internal PublishingClient(GraphTransport graph) => _graph = graph;

    /// <summary><c>POST /{ig-user-id}/media</c>: prepares a post, an item or a story. Lives 24 hours; 400 containers a day. Repeating it is harmless but for that count.</summary>
    /// <returns>The container id.</returns>
    /// <exception cref="OptionRefusedException">Nothing was sent: the login does not offer an option that is set.</exception>
    /// <exception cref="MediaRefusedException">The picture is too large, of another format or ratio, or could not be fetched. What is wrong with a film is told by its status.</exception>
    /// <exception cref="InvalidRequestException">Caption, tags, place or children are wrong.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost; making another container is safe.</exception>
    public async Task<string> CreateContainer(InstagramAccess access, ContainerRequest container, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(container);
        var form = container.ToQuery(access.Login).ToForm();
        return (await _graph.Post(access, $"{Uri.EscapeDataString(access.AccountId)}/media", form, InstagramJson.Default.Created, cancellation)).Id;
    }

    /// <summary>
    /// Sends the film of a container that was made with <see cref="VideoSource.Upload"/> (publishing.md section 6). After a lost connection read
    /// <see cref="UploadedBytes"/> and send the rest from there.
    /// </summary>
    /// <param name="access">An account connected with Facebook Login.</param>
    /// <param name="containerId">The container.</param>
    /// <param name="film">The whole film; must be able to seek.</param>
    /// <param name="offset">The first byte to send.</param>
    /// <param name="progress">Told the bytes that have left, the offset included.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="OptionRefusedException">Not possible with this login.</exception>
    /// <exception cref="TryLaterException">The connection broke or the host asks for another try: nothing is lost.</exception>
    public async Task Upload(
        InstagramAccess access, string containerId, Stream film, long offset = 0, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(film);
        OnlyFacebook(access, PublishingOption.ResumableUpload);
        var size = film.Length;
        film.Position = offset;
        using var body = new FilmContent(film, size - offset, sent => progress?.Report(offset + sent));
        await Send(access, containerId, body, [("offset", $"{offset}"), ("file_size", $"{size}")], cancellation);
    }

    /// <summary>Lets Instagram fetch the film of such a container from a public address.</summary>
    /// <exception cref="OptionRefusedException">Not possible with this login.</exception>
    public async Task UploadFrom(InstagramAccess access, string containerId, Uri film, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(film);
        OnlyFacebook(access, PublishingOption.ResumableUpload);
        await Send(access, containerId, new ByteArrayContent([]), [("file_url", film.AbsoluteUri)], cancellation);
    }

    /// <summary>How many bytes of a film have arrived; null when the host does not tell, then begin at 0.</summary>
    public async Task<long?> UploadedBytes(InstagramAccess access, string containerId, CancellationToken cancellation = default)
    {
        OnlyFacebook(access, PublishingOption.ResumableUpload);
        var answer = await _graph.Upload(access, HttpMethod.Get, containerId, null, [], InstagramJson.Default.UploadWire, cancellation);
        return answer.Offset ?? answer.FileOffset ?? answer.BytesTransferred;
    }

    /// <summary><c>GET /{container-id}</c>: poll once a minute, at most five minutes, then more slowly.</summary>
    /// <exception cref="ObjectGoneException">The container is unknown to this account.</exception>
    public async Task<ContainerStatus> ContainerStatus(InstagramAccess access, string containerId, CancellationToken cancellation = default)
    {
        var answer = await _graph.Get(
            access, Uri.EscapeDataString(containerId), Query.Of("fields", "id,status_code,status"), InstagramJson.Default.ContainerWire, cancellation);
        return Publishing.ContainerStatus.Of(answer.StatusCode, answer.Status);
    }

    /// <summary><c>GET /{container-id}?fields=copyright_check_status</c>: whether Instagram found somebody else's material. A call of its own, so that a host without the field cannot spoil the status.</summary>
    /// <exception cref="InvalidRequestException">The host does not know the field.</exception>
    public async Task<CopyrightCheck> CopyrightCheck(InstagramAccess access, string containerId, CancellationToken cancellation = default)
    {
        var answer = await _graph.Get(
            access, Uri.EscapeDataString(containerId), Query.Of("fields", "id,copyright_check_status"), InstagramJson.Default.ContainerWire, cancellation);
        return Publishing.CopyrightCheck.Of(answer.CopyrightCheckStatus);
    }

    /// <summary><c>POST /{ig-user-id}/media_publish</c>: makes the post public. Twice is two posts.</summary>
    /// <returns>The media id.</returns>
    /// <exception cref="ContainerNotReadyException">Not finished: wait.</exception>
    /// <exception cref="ContainerGoneException">Unknown or expired: make a new container.</exception>
    /// <exception cref="PublishingLimitException">The daily limit is reached.</exception>
    /// <exception cref="ActionBlockedException">Taken for spam: stop the account for hours.</exception>
    /// <exception cref="AccountRestrictedException">The person must act in Instagram.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost: read the container before anything else.</exception>
    public async Task<string> Publish(InstagramAccess access, string containerId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        var path = $"{Uri.EscapeDataString(access.AccountId)}/media_publish";
        return (await _graph.Post(access, path, Query.Of("creation_id", containerId).ToForm(), InstagramJson.Default.Created, cancellation)).Id;
    }

    /// <summary><c>GET /{ig-user-id}/content_publishing_limit</c>.</summary>
    public Task<PublishingLimit> Limit(InstagramAccess access, CancellationToken cancellation = default) => ReadLimit(access, null, cancellation);

    /// <summary>The same with what was used since an instant instead of within the whole window.</summary>
    /// <param name="access">Of the account.</param>
    /// <param name="since">At most 24 hours ago.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<PublishingLimit> Limit(InstagramAccess access, DateTimeOffset since, CancellationToken cancellation = default) => ReadLimit(access, since, cancellation);

    private async Task<PublishingLimit> ReadLimit(InstagramAccess access, DateTimeOffset? since, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        var answer = await _graph.Get(
            access, $"{Uri.EscapeDataString(access.AccountId)}/content_publishing_limit",
            Query.Of("fields", "config,quota_usage").And("since", since?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            InstagramJson.Default.ListedLimitWire, cancellation);
        var row = answer.Items is [var first, ..] ? first : null;
        return new PublishingLimit(
            Whole(row?.QuotaUsage), Whole(row?.Config?.QuotaTotal),
            Whole(row?.Config?.QuotaDuration) is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    internal static void OnlyFacebook(InstagramAccess access, PublishingOption option)
    {
        ArgumentNullException.ThrowIfNull(access);
        if (access.Login != InstagramLogin.Facebook) throw new OptionRefusedException(option, OptionDenial.FacebookLoginOnly);
    }

    private async Task Send(
        InstagramAccess access, string containerId, HttpContent body, IReadOnlyList<(string Name, string Value)> headers, CancellationToken cancellation)
    {
        var answer = await _graph.Upload(access, HttpMethod.Post, containerId, body, headers, InstagramJson.Default.UploadWire, cancellation);
        if (answer.Success != true) throw new TryLaterException("The film has not arrived as a whole.");
    }

    private static int? Whole(long? value) => value is >= 0 and <= int.MaxValue ? (int)value : null;
}
