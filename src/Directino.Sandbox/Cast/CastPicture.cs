namespace Directino.Sandbox.Cast;

/// <summary>The drawn pictures, carried inside the assembly so that they are there wherever the sandbox is hosted.</summary>
internal static class CastPicture
{
    private const string Folder = "cast/pictures/";

    public static IEnumerable<string> Names => typeof(CastPicture).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .Select(n => Path.GetFileNameWithoutExtension(n[Folder.Length..]));

    public static Func<Stream> Of(string name) => () => typeof(CastPicture).Assembly.GetManifestResourceStream(Folder + name + ".jpg")
        ?? throw new InvalidOperationException($"The cast has no picture {name}.");
}
