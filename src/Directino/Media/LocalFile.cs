namespace Directino.Media;

/// <summary>A file of this machine, for as long as this is not disposed.</summary>
/// <param name="path">Where it lies.</param>
/// <param name="isOurs">It was made for this and goes with it.</param>
public sealed class LocalFile(string path, bool isOurs) : IDisposable
{
    public string Path { get; } = path;

    public void Dispose()
    {
        if (isOurs)
            File.Delete(Path);
    }
}
