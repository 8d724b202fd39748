namespace Directino.Media.Reach;

/// <summary>
/// What a <c>robots.txt</c> (RFC 9309) says to one program: the groups that name it, else those for everybody; of the rules that match, the
/// longest holds, and of two of the same length the one that allows. Stars and ends (<c>*</c>, <c>$</c>) within paths are understood.
/// </summary>
public sealed class RobotsFile
{
    private readonly List<(string Path, bool Allows)> _rules;

    private RobotsFile(List<(string Path, bool Allows)> rules) => _rules = rules;

    /// <param name="text">The file.</param>
    /// <param name="program">The product's name without version, e.g. <c>facebookexternalhit</c>.</param>
    public static RobotsFile Read(string text, string program)
    {
        List<(string Path, bool Allows)> own = [], everybodys = [];
        var (isOwn, isEverybodys, named, inRules) = (false, false, false, true);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var said = line.IndexOf('#') is >= 0 and var hash ? line[..hash] : line;
            if (said.IndexOf(':') is not (> 0 and var colon))
                continue;
            var (key, value) = (said[..colon].Trim().ToString().ToLowerInvariant(), said[(colon + 1)..].Trim().ToString());
            if (key == "user-agent")
            {
                if (inRules)
                    (isOwn, isEverybodys, inRules) = (false, false, false);
                isEverybodys |= value == "*";
                isOwn |= value.Equals(program, StringComparison.OrdinalIgnoreCase);
                named |= isOwn;
            }
            else if (key is "allow" or "disallow")
            {
                inRules = true;
                if (value.Length == 0)
                    continue;
                if (isOwn)
                    own.Add((value, key == "allow"));
                if (isEverybodys)
                    everybodys.Add((value, key == "allow"));
            }
        }

        return new RobotsFile(named ? own : everybodys);
    }

    public bool Allows(string path)
    {
        var best = (Length: -1, Allows: true);
        foreach (var rule in _rules)
        {
            if (Matches(rule.Path, path) && (rule.Path.Length > best.Length || (rule.Path.Length == best.Length && rule.Allows)))
                best = (rule.Path.Length, rule.Allows);
        }

        return best.Allows;
    }

    private static bool Matches(string pattern, string path)
    {
        var toTheEnd = pattern.EndsWith('$');
        var parts = (toTheEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }

        return !toTheEnd || at == path.Length || (parts is [_, .., var last] && path.EndsWith(last, StringComparison.Ordinal));
    }
}
