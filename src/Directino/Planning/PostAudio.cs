using System.Text.Json.Serialization;
using Directino.Instagram.Publishing;

namespace Directino.Planning;

/// <summary>A track or original sound of Instagram's catalogue under a reel.</summary>
/// <param name="AudioId">Its id in the catalogue; what Instagram is sent.</param>
/// <param name="Title">What it was called when it was chosen, for people.</param>
/// <param name="Artist">Whose it was then, for people; of an original sound that may be the handle of a person, so it is kept and erased as what else an author says of a post.</param>
public sealed record PostAudio(string AudioId, string? Title = null, string? Artist = null)
{
    /// <summary>Loudness of the track; 0 is silent. Kept also where it is 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int AudioVolume { get; init; } = InstagramLimits.VolumeMost;

    /// <summary>Loudness of the video's own sound; 0 is silent. Kept also where it is 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int VideoVolume { get; init; } = InstagramLimits.VolumeMost;

    /// <summary>Title and artist, as far as they are known; else the id.</summary>
    [JsonIgnore]
    public string Name => Title is null && Artist is null ? AudioId : string.Join(" · ", new[] { Title, Artist }.OfType<string>());

    /// <summary>With volumes that Instagram knows.</summary>
    public PostAudio Within() => this with { AudioVolume = Math.Clamp(AudioVolume, 0, InstagramLimits.VolumeMost), VideoVolume = Math.Clamp(VideoVolume, 0, InstagramLimits.VolumeMost) };

    public PostAudio Tidy() => this with { AudioId = AudioId.Trim(), Title = Text(Title), Artist = Text(Artist) };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
