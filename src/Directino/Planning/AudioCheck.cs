using Directino.Instagram.Publishing;

namespace Directino.Planning;

/// <summary>What Instagram would object to in the sound under a reel (API reference, publishing sections 3 and 12). Whether the login has it is said with the other options.</summary>
internal static class AudioCheck
{
    public static IEnumerable<Objection> Objections(PostChoices options)
    {
        if (options.Audio is not { } audio)
            yield break;
        if (options.AudioName is not null)
            yield return new(PostField.AudioName, PostRules.AudioOrName);
        if (!IsVolume(audio.AudioVolume) || !IsVolume(audio.VideoVolume))
            yield return new(PostField.Audio, PostRules.AudioVolume);
    }

    private static bool IsVolume(int volume) => volume is >= 0 and <= InstagramLimits.VolumeMost;
}
