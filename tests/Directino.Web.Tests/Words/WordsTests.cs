using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Directino.Web.Words;

namespace Directino.Web.Tests.Words;

public sealed partial class WordsTests
{
    public static TheoryData<Type> Features =>
        [.. typeof(FrameWords).Assembly.GetTypes().Where(type => type.Namespace == typeof(FrameWords).Namespace && type.Name.EndsWith("Words", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Features))]
    public void Both_languages_say_the_same_things(Type feature)
    {
        var resources = new ResourceManager(feature);
        var english = Read(resources, CultureInfo.InvariantCulture);
        var persian = Read(resources, new CultureInfo("fa"));
        persian.Keys.Order(StringComparer.Ordinal).ShouldBe(english.Keys.Order(StringComparer.Ordinal));
        english.Where(word => !Holes(word.Value).SetEquals(Holes(persian[word.Key]))).Select(word => word.Key).ShouldBeEmpty();
        english.Concat(persian).Where(word => string.IsNullOrWhiteSpace(word.Value)).Select(word => word.Key).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Read(ResourceManager resources, CultureInfo culture) =>
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal) ?? [];

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)(?::[^}]*)?\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
