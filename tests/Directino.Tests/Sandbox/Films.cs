namespace Directino.Tests.Sandbox;

/// <summary>The small films of <c>tests/films</c>.</summary>
internal static class Films
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Films", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path(name));
}
