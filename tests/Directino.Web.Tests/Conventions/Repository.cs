namespace Directino.Web.Tests.Conventions;

/// <summary>The project's own files, as the conventions read them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Files of a kind below a folder, built and generated ones left out; paths with forward slashes, from the root.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directino.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Directino.slnx was not found above the tests.");
    }
}
