namespace Directino.Sandbox.Graph;

/// <summary>One asked-for field, with the argument of an edge (<c>limit(5)</c>) and the fields within braces.</summary>
internal sealed record FieldSelection(string Name, IReadOnlyDictionary<string, string> Arguments, IReadOnlyList<FieldSelection> Within)
{
    public static IReadOnlyList<FieldSelection> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var at = 0;
        return List(text, ref at);
    }

    private static List<FieldSelection> List(string text, ref int at)
    {
        var fields = new List<FieldSelection>();
        while (at < text.Length && text[at] != '}')
        {
            var name = Word(text, ref at);
            var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
            while (at < text.Length && text[at] == '.')
            {
                at++;
                var argument = Word(text, ref at);
                if (at < text.Length && text[at] == '(')
                {
                    var end = text.IndexOf(')', at);
                    if (end < 0) end = text.Length - 1;
                    arguments[argument] = text[(at + 1)..end].Trim();
                    at = end + 1;
                }
            }
            IReadOnlyList<FieldSelection> within = [];
            if (at < text.Length && text[at] == '{')
            {
                at++;
                within = List(text, ref at);
                at++;
            }
            if (name.Length > 0) fields.Add(new(name, arguments, within));
            // Whatever else stands here separates: a comma, a space, a stray bracket.
            if (at < text.Length && text[at] != '}') at++;
        }
        return fields;
    }

    private static string Word(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        var start = at;
        while (at < text.Length && text[at] is not (',' or '{' or '}' or '(' or ')' or '.')) at++;
        return text[start..at].Trim();
    }
}
