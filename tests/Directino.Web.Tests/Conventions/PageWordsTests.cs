using System.Text.RegularExpressions;

namespace Directino.Web.Tests.Conventions;

/// <summary>Every word a page asks for exists, and nothing is written into the pages themselves.</summary>
public sealed partial class PageWordsTests
{
    [Fact]
    public void Every_word_that_is_asked_for_exists()
    {
        var flaws = new List<string>();
        foreach (var file in Repository.Files("src/Directino.Web", ".razor", ".cs"))
        {
            var source = Repository.Read(file);
            foreach (Match localizer in Localizers().Matches(source))
            {
                if (WordFiles.All.FirstOrDefault(w => w.Name == localizer.Groups[1].Value) is not { } words)
                {
                    flaws.Add($"{file}: there are no words {localizer.Groups[1].Value}");
                    continue;
                }

                var asked = new Regex($@"\b{localizer.Groups[2].Value}\[(\$?)""([^""{{]*)");
                foreach (Match key in asked.Matches(source))
                {
                    var (interpolated, name) = (key.Groups[1].Length > 0, key.Groups[2].Value);
                    var known = interpolated ? words.English.Keys.Any(k => k.StartsWith(name, StringComparison.Ordinal)) : words.English.ContainsKey(name);
                    if (!known)
                        flaws.Add($"{file}: {words.Name} has no “{name}”");
                }
            }
        }

        flaws.ShouldBeEmpty();
    }

    [Fact]
    public void No_page_holds_text_of_its_own()
    {
        var flaws = Repository.Files("src/Directino.Web", ".razor")
            .SelectMany(file => LiteralText.In(Repository.Read(file)).Select(text => $"{file}: {text}")).ToList();
        flaws.ShouldBeEmpty();
    }

    [GeneratedRegex(@"IStringLocalizer<(\w+)Words>\s+(\w+)")]
    private static partial Regex Localizers();
}
