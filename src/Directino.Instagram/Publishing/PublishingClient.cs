using System.Text.Json;
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

    /// <summary><c>POST /{ig-user-id}/media</c>: prepares a picture. Lives 24 hours; 400 containers a day. Repeating it is harmless but for that count.</summary>
    /// <returns>The container id.</returns>
    /// <exception cref="MediaRefusedException">The picture is too large, of another format or ratio, or could not be fetched.</exception>
    /// <exception cref="InvalidRequestException">Caption, tags or location are wrong.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost; making another container is safe.</exception>
    public async Task<string> CreateImageContainer(InstagramAccess access, ImageContainer container, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(container);
        var form = Query.Of("image_url", container.ImageUrl.AbsoluteUri)
            .And("caption", container.Caption)
            .And("alt_text", container.AltText)
            .And("location_id", container.LocationId)
            .And("user_tags", container.UserTags.Count == 0 ? null : JsonSerializer.Serialize(
                [.. container.UserTags.Select(tag => new UserTagWire(tag.Username, tag.X, tag.Y))], InstagramJson.Default.IReadOnlyListUserTagWire))
            .And("collaborators", container.Collaborators.Count == 0 ? null : JsonSerializer.Serialize(
                container.Collaborators, InstagramJson.Default.IReadOnlyListString))
            .And("is_ai_generated", container.IsAiGenerated ? "true" : null);
        var path = $"{Uri.EscapeDataString(access.AccountId)}/media";
        return (await _graph.Post(access, path, form.ToForm(), InstagramJson.Default.Created, cancellation)).Id;
    }

    /// <summary><c>GET /{container-id}</c>: poll once a minute, at most five minutes, then more slowly.</summary>
    /// <exception cref="ObjectGoneException">The container is unknown to this account.</exception>
    public async Task<ContainerStatus> ContainerStatus(InstagramAccess access, string containerId, CancellationToken cancellation = default)
    {
        var answer = await _graph.Get(
            access, Uri.EscapeDataString(containerId), Query.Of("fields", "id,status_code,status"), InstagramJson.Default.ContainerWire, cancellation);
        return Publishing.ContainerStatus.Of(answer.StatusCode, answer.Status);
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
    public async Task<PublishingLimit> Limit(InstagramAccess access, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        var answer = await _graph.Get(
            access, $"{Uri.EscapeDataString(access.AccountId)}/content_publishing_limit", Query.Of("fields", "config,quota_usage"),
            InstagramJson.Default.ListedLimitWire, cancellation);
        var row = answer.Items is [var first, ..] ? first : null;
        return new PublishingLimit(
            Whole(row?.QuotaUsage), Whole(row?.Config?.QuotaTotal),
            Whole(row?.Config?.QuotaDuration) is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    private static int? Whole(long? value) => value is >= 0 and <= int.MaxValue ? (int)value : null;
}
