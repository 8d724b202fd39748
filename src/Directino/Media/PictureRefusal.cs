namespace Directino.Media;

/// <summary>Why an uploaded file was not taken. Resources hold the words under <c>Refused{name}</c>.</summary>
public enum PictureRefusal
{
    /// <summary>There was nothing in it.</summary>
    Empty,

    /// <summary>More bytes than <see cref="MediaOptions.LargestUpload"/>.</summary>
    TooLarge,

    /// <summary>Neither JPEG, PNG nor WebP, whatever its name says.</summary>
    NotAPicture,

    /// <summary>HEIC, whose decoder is patented and not part of this installation.</summary>
    Heic,

    /// <summary>More pixels than <see cref="MediaOptions.MostPixels"/>.</summary>
    TooManyPixels,

    /// <summary>It ends in the middle or cannot be decoded.</summary>
    Broken,

    /// <summary>So thin that nothing sensible is left of it.</summary>
    TooThin,
}
