using Directino.Insights;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Home;

/// <summary>How Today names a post: by the first line of its caption.</summary>
internal static class PostName
{
    private const int Longest = 60;

    public static string NameOf(this IStringLocalizer<HomeWords> words, string caption)
    {
        var line = caption.Split('\n', 2)[0].Trim();
        return line.Length == 0 ? words["WithoutWords"] : InsightPost.Excerpt(line, Longest)!;
    }
}
