namespace Directino.Media;

/// <summary>A JPEG as Instagram wants it, and the small one for lists.</summary>
public sealed record Picture(byte[] Jpeg, byte[] Thumbnail, int Width, int Height)
{
    public ShapeVerdict Shape => PictureShape.Of(Width, Height);
}

/// <summary>What became of an uploaded file.</summary>
public abstract record PictureOutcome
{
    private PictureOutcome() { }

    public sealed record Made(Picture Picture) : PictureOutcome;

    public sealed record Refused(MediaRefusal Why) : PictureOutcome;
}
