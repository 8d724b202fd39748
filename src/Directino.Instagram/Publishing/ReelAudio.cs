namespace Directino.Instagram.Publishing;

/// <summary>
/// A track or original sound of Instagram's catalogue under a reel, and how loud it and the film's own sound are. That the members on the wire are called
/// <c>audio_id</c>, <c>audio_volume</c> and <c>video_volume</c>, and that volumes go from 0 to 100, is <em>unconfirmed</em>.
/// </summary>
/// <param name="AudioId">One that <see cref="AudioClient"/> found.</param>
public sealed record ReelAudio(string AudioId)
{
    /// <summary>Loudness of the track, 0 to 100; null leaves it to Instagram.</summary>
    public int? AudioVolume { get; init; }

    /// <summary>Loudness of the film's own sound, 0 to 100; null leaves it to Instagram.</summary>
    public int? VideoVolume { get; init; }
}

internal sealed record AudioConfigurationWire(string AudioId, int? AudioVolume, int? VideoVolume);
