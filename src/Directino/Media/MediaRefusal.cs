namespace Directino.Media;

/// <summary>Why a file was not taken. Resources hold the words under <c>Refused{name}</c>.</summary>
public enum MediaRefusal
{
    /// <summary>There was nothing in it.</summary>
    Empty,

    /// <summary>A picture of more bytes than <see cref="MediaOptions.LargestUpload"/>.</summary>
    TooLarge,

    /// <summary>More unfinished uploads than <see cref="MediaOptions.MostUnfinished"/>.</summary>
    TooManyUnfinished,

    /// <summary>None of the formats that are taken, whatever its name says.</summary>
    UnknownFormat,

    /// <summary>HEIC, where nothing here can open it.</summary>
    Heic,

    /// <summary>More pixels than <see cref="MediaOptions.MostPixels"/>.</summary>
    TooManyPixels,

    /// <summary>It ends in the middle or cannot be decoded.</summary>
    Broken,

    /// <summary>So thin that nothing sensible is left of it.</summary>
    TooThin,

    /// <summary>A video of more bytes than <see cref="MediaOptions.LargestVideo"/>.</summary>
    VideoTooLarge,

    /// <summary>Shorter than any post takes.</summary>
    VideoTooShort,

    /// <summary>Longer than any post takes.</summary>
    VideoTooLong,

    /// <summary>More pixels than eight thousand from left to right.</summary>
    VideoTooManyPixels,

    /// <summary>Picture or sound lie in another file, which was not sent.</summary>
    PointsElsewhere,

    /// <summary>Only sound, or nothing that is known.</summary>
    NoVideoTrack,

    /// <summary>A codec that is not opened here.</summary>
    UnknownCodec,

    /// <summary>ffmpeg is not installed beside the product.</summary>
    FfmpegMissing,

    /// <summary>Making it took longer than <see cref="MediaOptions.LongestWork"/>.</summary>
    TookTooLong,

    /// <summary>The work failed again and again for a reason that is not the file's, such as a full disk.</summary>
    WorkFailed,

    /// <summary>Its file is gone from the store.</summary>
    SourceGone,

    /// <summary>Not an address of the web.</summary>
    AddressUnknown,

    /// <summary>Only what is sent encrypted is fetched.</summary>
    AddressNotHttps,

    /// <summary>It leads to this machine or its network.</summary>
    AddressClosed,

    /// <summary>Nobody answers, or the line broke.</summary>
    AddressUnreachable,

    /// <summary>The server there does not give a file.</summary>
    AddressHasNone,

    /// <summary>It leads on and on.</summary>
    AddressLeadsOn,

    /// <summary>Fetching took longer than <see cref="MediaOptions.LongestFetch"/>.</summary>
    AddressTooSlow,
}
