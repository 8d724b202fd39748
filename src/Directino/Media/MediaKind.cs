namespace Directino.Media;

public enum MediaKind
{
    Picture,
    Video,
}
