using System.Text;
using System.Text.RegularExpressions;

namespace Directino.Web.Tests.Conventions;

/// <summary>Finds text between tags, and in attributes that are read aloud, of a Razor file. Simple on purpose: it reads lines, not the language.</summary>
internal static partial class LiteralText
{
    /// <summary>Names and units that are the same in every language.</summary>
    private static readonly string[] Names = ["Directino", "Instagram", "Meta", "Facebook", "API", "REST", "UTC", "CSV", "JSON", "PDF", "px"];

    public static IEnumerable<string> In(string razor)
    {
        var source = Comments().Replace(razor, "");
        var code = CodeBlock().Match(source);
        if (code.Success)
            source = source[..code.Index];
        source = Raw().Replace(source, "");
        foreach (Match attribute in ReadAloud().Matches(source))
        {
            if (IsText(attribute.Groups[2].Value))
                yield return $"{attribute.Groups[1].Value}=\"{attribute.Groups[2].Value}\"";
        }

        foreach (var line in WithoutTags(source).Split('\n').Select(l => l.Trim()).Where(l => !IsCode(l)))
        {
            if (IsText(WithoutExpressions(line)))
                yield return line;
        }
    }

    private static bool IsText(string text)
    {
        var rest = Entities().Replace(text, "");
        foreach (var name in Names)
            rest = Regex.Replace(rest, $@"\b{name}\b", "");
        return Letters().IsMatch(rest) && !text.StartsWith('@');
    }

    /// <summary>Directives, statements and braces.</summary>
    private static bool IsCode(string line) =>
        line.Length == 0 || line is "{" or "}" || line.EndsWith(';') || line.EndsWith('{') || Statement().IsMatch(line) || line.StartsWith("{ ", StringComparison.Ordinal) || line.StartsWith("} ", StringComparison.Ordinal);

    private static string WithoutTags(string source)
    {
        var text = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '<' && i + 1 < source.Length && (char.IsLetter(source[i + 1]) || source[i + 1] is '/' or '!'))
                i = EndOfTag(source, i);
            else
                text.Append(source[i]);
        }

        return text.ToString();
    }

    /// <summary>Quotes and expressions in a tag may hold “&gt;”.</summary>
    private static int EndOfTag(string source, int start)
    {
        var (quote, depth) = ('\0', 0);
        for (var i = start; i < source.Length; i++)
        {
            var c = source[i];
            if (c == '(')
                depth++;
            else if (c == ')')
                depth--;
            else if (depth == 0 && quote != '\0' && c == quote)
                quote = '\0';
            else if (depth == 0 && quote == '\0' && c is '"' or '\'')
                quote = c;
            else if (depth <= 0 && quote == '\0' && c == '>')
                return i;
        }

        return source.Length - 1;
    }

    private static string WithoutExpressions(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '@')
            {
                text.Append(line[i]);
                continue;
            }

            i++;
            if (Block().Match(line, i) is { Success: true } block && block.Index == i)
                i = Math.Min(Closing(line, block.Index + block.Length - 1) + 1, line.Length);
            while (i < line.Length && (char.IsLetterOrDigit(line[i]) || line[i] is '.' or '_' or '!' or '?' or '(' or '['))
            {
                if (line[i] is '(' or '[')
                    i = Closing(line, i);
                i++;
            }

            i--;
        }

        return Otherwise().Replace(text.ToString(), "");
    }

    private static int Closing(string line, int start)
    {
        var depth = 0;
        for (var i = start; i < line.Length; i++)
        {
            if (line[i] is '(' or '[')
                depth++;
            else if (line[i] is ')' or ']' && --depth == 0)
                return i;
        }

        return line.Length - 1;
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^@code\b", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"<(script|style)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Raw();

    [GeneratedRegex(@"\b(title|alt|placeholder|aria-label|Title|Text|Lead|Label|BackText)=""([^""]*)""")]
    private static partial Regex ReadAloud();

    [GeneratedRegex(@"^(@(page|using|inject|inherits|implements|attribute|layout|namespace|typeparam|rendermode|if|foreach|for|while|switch|else|try|lock)\b|else\b|case\b|default:|break|var\b|finally|catch|\?|:|&&|\|\||=>|\.|//)")]
    private static partial Regex Statement();

    [GeneratedRegex(@"(if|foreach|for|while|switch) ?\(")]
    private static partial Regex Block();

    [GeneratedRegex(@"\}\s*else\s*\{")]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"&#?\w+;")]
    private static partial Regex Entities();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();
}
