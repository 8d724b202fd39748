namespace Directino.Instagram.Errors;

/// <summary>Why Instagram will not take a picture or video.</summary>
public enum MediaRefusal
{
    /// <summary>None of the known reasons.</summary>
    Other,

    /// <summary>More than 8 MiB, or 25 MB in messages (36000/2207004, 2018109).</summary>
    TooLarge,

    /// <summary>Not a JPEG, or an unknown video format (36001/2207005, 352/2207026, 2018047).</summary>
    Format,

    /// <summary>Outside 4:5 to 1.91:1 (36003/2207009).</summary>
    AspectRatio,

    /// <summary>More than 2,200 characters, 30 hashtags or 20 mentions (36004/2207010).</summary>
    CaptionTooLong,

    /// <summary>Meta could not fetch it from its address (9004/2207052, 2018008, 2018294).</summary>
    NotFetched,
}

/// <summary>
/// Instagram will not take this picture or video, or could not fetch it (codes 352, 9004, 36000 to 36004): another file, caption or address is needed.
/// </summary>
/// <inheritdoc cref="InstagramException(string, InstagramFault, Exception)"/>
public sealed class MediaRefusedException(string message, InstagramFault? fault = null, Exception? inner = null)
    : InstagramException(message, fault, inner)
{
    /// <summary>What is wrong with it.</summary>
    public MediaRefusal Reason => ReasonOf(Code, Subcode);

    /// <summary>The reason behind a code, also for the subcode of a failed container.</summary>
    /// <param name="code">Meta's code; 0 when only the subcode is known.</param>
    /// <param name="subcode">Meta's subcode.</param>
    public static MediaRefusal ReasonOf(int code, int? subcode) => (code, subcode) switch
    {
        (_, 2207004 or 2018109) or (36000, _) => MediaRefusal.TooLarge,
        (_, 2207005 or 2207026 or 2018047) or (36001 or 352, _) => MediaRefusal.Format,
        (_, 2207009) or (36003, _) => MediaRefusal.AspectRatio,
        (_, 2207010) or (36004, _) => MediaRefusal.CaptionTooLong,
        (_, 2207052 or 2207003 or 2018008 or 2018294) or (9004, _) => MediaRefusal.NotFetched,
        _ => MediaRefusal.Other,
    };
}
