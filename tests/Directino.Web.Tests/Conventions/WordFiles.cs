using System.Xml.Linq;

namespace Directino.Web.Tests.Conventions;

/// <summary>The texts of a feature in both languages, as its resource files hold them.</summary>
internal sealed record WordFiles(string Name, IReadOnlyDictionary<string, string> English, IReadOnlyDictionary<string, string> Persian)
{
    public static IReadOnlyList<WordFiles> All { get; } =
        [.. Repository.Files("src/Directino.Web/Words", "Words.resx").Select(f => Of(Path.GetFileName(f)[..^"Words.resx".Length]))];

    public static WordFiles Of(string name) => new(name, Read($"src/Directino.Web/Words/{name}Words.resx"), Read($"src/Directino.Web/Words/{name}Words.fa.resx"));

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Parse(Repository.Read(path)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);
}
