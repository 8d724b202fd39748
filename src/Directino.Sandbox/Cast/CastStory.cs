using System.Globalization;

namespace Directino.Sandbox.Cast;

/// <summary>A page's posts (newest first) and conversations, read from its story file, whose first lines explain the notation.</summary>
internal sealed record CastStory(IReadOnlyList<StoryPost> Posts, IReadOnlyList<StoryTalk> Talks)
{
    public static CastStory Of(string page)
    {
        var name = $"cast/stories/{page}.txt";
        using var stream = typeof(CastStory).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no {name}.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public static CastStory Parse(string text)
    {
        var (posts, talks) = (new List<StoryPost>(), new List<StoryTalk>());
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith("== ", StringComparison.Ordinal)) posts.Add(Post(line[3..]));
            else if (line.StartsWith("~~ ", StringComparison.Ordinal)) talks.Add(new(line[3..], []));
            else if (talks.Count > 0) talks[^1].Lines.Add(Said(line));
            else if (line.StartsWith("- ", StringComparison.Ordinal)) posts[^1].Comments.Add(Comment(line[2..], isAnswer: false));
            else if (line.StartsWith("-> ", StringComparison.Ordinal)) posts[^1].Comments.Add(Comment(line[3..], isAnswer: true));
            else if (line.StartsWith("> ", StringComparison.Ordinal)) posts[^1].Comments.Add(new(null, line[2..], IsAnswer: true));
            else posts[^1].Caption.Add(line);
        }
        return new(posts, talks);
    }

    private static StoryPost Post(string head)
    {
        var heat = head.LastIndexOf(" x", StringComparison.Ordinal);
        return heat < 0 ? new(head.Split(", "), 1) : new(head[..heat].Split(", "), double.Parse(head[(heat + 2)..], CultureInfo.InvariantCulture));
    }

    private static StoryComment Comment(string line, bool isAnswer)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return new(line[..colon], line[(colon + 2)..], isAnswer);
    }

    private static StoryLine Said(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var (days, hours) = line[2..colon].Split('.') is [var d, var h] ? (d, h) : throw new FormatException(line);
        var ago = TimeSpan.FromDays(int.Parse(days, CultureInfo.InvariantCulture)) + TimeSpan.FromHours(int.Parse(hours, CultureInfo.InvariantCulture));
        return new(line[0] == '>', ago, line[(colon + 2)..]);
    }
}

internal sealed record StoryPost(IReadOnlyList<string> Pictures, double Heat)
{
    public List<string> Caption { get; } = [];
    public List<StoryComment> Comments { get; } = [];
}

/// <summary>Without an author the page itself speaks; an answer stands under the comment above it.</summary>
internal sealed record StoryComment(string? Author, string Text, bool IsAnswer);

internal sealed record StoryTalk(string Person, List<StoryLine> Lines);

internal sealed record StoryLine(bool FromPage, TimeSpan Ago, string Text);
