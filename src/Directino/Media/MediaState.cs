namespace Directino.Media;

/// <summary>Whether a post can show it. Pictures are made ready while they are uploaded; videos may take longer.</summary>
public enum MediaState
{
    Ready,

    /// <summary>It is being made as Instagram wants it; <see cref="MediaItem.Progress"/> says how far.</summary>
    Working,

    /// <summary>It could not be made so; <see cref="MediaItem.Refusal"/> says why. It can be tried again.</summary>
    Refused,
}
