namespace Directino.Media;

/// <summary>What Instagram, or the library, holds against a picture or video in one place. Resources hold the words under <c>Rule{name}</c>.</summary>
public enum MediaRule
{
    /// <summary>A picture is wanted there.</summary>
    NotAPicture,

    /// <summary>A video is wanted there.</summary>
    NotAVideo,

    /// <summary>It is still being made ready.</summary>
    StillWorking,

    /// <summary>It could not be made ready.</summary>
    WasRefused,

    /// <summary>Too tall for its width.</summary>
    TooTall,

    /// <summary>Too wide for its height.</summary>
    TooWide,

    /// <summary>More bytes than are taken there.</summary>
    TooLarge,

    /// <summary>A shorter video than is taken there.</summary>
    TooShort,

    /// <summary>A longer video than is taken there.</summary>
    TooLong,

    /// <summary>Neither MP4 nor MOV, or in pieces as for streaming.</summary>
    Container,

    /// <summary>The table of contents does not stand at the front.</summary>
    MoovNotFirst,

    /// <summary>An edit list, which tells a player to leave parts out.</summary>
    EditList,

    /// <summary>Neither H.264 nor HEVC.</summary>
    VideoCodec,

    /// <summary>Colour is not 4:2:0 of eight bits.</summary>
    Colour,

    /// <summary>Half pictures instead of whole ones.</summary>
    Interlaced,

    /// <summary>Pixels that are not square.</summary>
    PixelShape,

    /// <summary>Too few frames a second.</summary>
    FrameRateTooLow,

    /// <summary>Too many frames a second.</summary>
    FrameRateTooHigh,

    /// <summary>More pixels from left to right than are taken.</summary>
    WidthTooLarge,

    /// <summary>Too many bits a second.</summary>
    BitrateTooHigh,

    /// <summary>The sound is not AAC.</summary>
    AudioCodec,

    /// <summary>Too many samples of sound a second.</summary>
    AudioRate,

    /// <summary>More channels of sound than two.</summary>
    AudioChannels,
}
