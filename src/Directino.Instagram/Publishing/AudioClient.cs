using Directino.Instagram.Wire;

namespace Directino.Instagram.Publishing;

/// <summary>
/// Instagram's catalogue of music and original sounds, for <see cref="ReelContainer.Audio"/> (publishing.md section 12). Only accounts connected with
/// Facebook Login, with <c>instagram_basic</c> and <c>instagram_content_publish</c>.
/// </summary>
public sealed class AudioClient
{
    private readonly GraphTransport _graph;

    internal AudioClient(GraphTransport graph) => _graph = graph;

    /// <summary><c>GET /ig_audio</c>: sounds by words; without words what is trending. No fields are asked for, since one unknown name fails the whole call.</summary>
    /// <param name="access">An account connected with Facebook Login.</param>
    /// <param name="kind">Music or original sounds.</param>
    /// <param name="text">What to look for; that the parameter is called <c>q</c> is <em>unconfirmed</em>.</param>
    /// <param name="after">Cursor of the page before.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="Errors.OptionRefusedException">Nothing was sent: Instagram Login has no catalogue.</exception>
    /// <exception cref="Errors.PermissionMissingException">A permission was not granted, or the catalogue is not released to the app.</exception>
    /// <exception cref="Errors.InvalidRequestException">Meta does not take the search (subcodes 9050 to 9064).</exception>
    public async Task<Page<CatalogAudio>> Search(
        InstagramAccess access, AudioKind kind, string? text = null, string? after = null, CancellationToken cancellation = default)
    {
        PublishingClient.OnlyFacebook(access, PublishingOption.Audio);
        var query = Query.Of("audio_type", kind == AudioKind.Music ? "music" : "original_sound").And("user_id", access.AccountId).And("q", text).And("after", after);
        var answer = await _graph.Get(access, "ig_audio", query, InstagramJson.Default.ListedJsonElement, cancellation);
        return new Page<CatalogAudio>([.. answer.Items.Select(row => AudioReading.Of(row)).OfType<CatalogAudio>()], answer.After);
    }

    /// <summary><c>GET /{ig-audio-id}</c>: one sound.</summary>
    /// <exception cref="Errors.OptionRefusedException">Nothing was sent: Instagram Login has no catalogue.</exception>
    /// <exception cref="Errors.ObjectGoneException">Instagram does not offer it, or no longer.</exception>
    /// <exception cref="Errors.InvalidRequestException">Meta does not give it to this account (subcodes 9050 to 9064).</exception>
    public async Task<CatalogAudio> Get(InstagramAccess access, string audioId, CancellationToken cancellation = default)
    {
        PublishingClient.OnlyFacebook(access, PublishingOption.Audio);
        var answer = await _graph.Get(access, Uri.EscapeDataString(audioId), new Query(), InstagramJson.Default.JsonElement, cancellation);
        return AudioReading.Of(Loose.Object(answer, "data") ?? answer, audioId)!;
    }
}
