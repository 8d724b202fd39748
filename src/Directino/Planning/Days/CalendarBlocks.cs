namespace Directino.Planning.Days;

/// <summary>The events of a calendar file as text, each with its line, to say which of them cannot be read.</summary>
internal sealed record CalendarBlocks(IReadOnlyList<EventBlock> Events, string Zones)
{
    public static CalendarBlocks Of(string text)
    {
        var events = new List<EventBlock>();
        var zones = new List<string>();
        List<string>? block = null;
        var begin = 0;
        foreach (var (place, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (block is null && Is(line, "BEGIN:VEVENT", "BEGIN:VTIMEZONE"))
                (block, begin) = ([], place + 1);
            block?.Add(line);
            if (block is null || !Is(line, "END:VEVENT", "END:VTIMEZONE"))
                continue;
            if (Is(line, "END:VEVENT"))
                events.Add(new EventBlock(begin, block));
            else
                zones.AddRange(block);
            block = null;
        }

        // One that is begun and not ended is the last thing that can be read of the file.
        if (block is not null)
            events.Add(new EventBlock(begin, block));
        return new CalendarBlocks(events, string.Join("\r\n", zones));
    }

    /// <summary>A calendar of one event.</summary>
    public string Alone(EventBlock block) => string.Join("\r\n", (string[])["BEGIN:VCALENDAR", "VERSION:2.0", .. Zones.Length == 0 ? [] : (string[])[Zones], .. block.Lines, "END:VCALENDAR", ""]);

    private static bool Is(string line, params string[] names) => Array.Exists(names, n => line.Trim().Equals(n, StringComparison.OrdinalIgnoreCase));
}

/// <summary>An event as it stands in a file.</summary>
internal sealed record EventBlock(int Line, IReadOnlyList<string> Lines)
{
    public string? Title => Lines.FirstOrDefault(l => Begins(l, "SUMMARY")) is { } line && line.Split(':', 2) is [_, var title] ? title.Trim()[..Math.Min(title.Trim().Length, 80)] : null;

    public bool HasStart => Lines.Any(l => Begins(l, "DTSTART"));

    private static bool Begins(string line, string name) => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase) || line.StartsWith(name + ";", StringComparison.OrdinalIgnoreCase);
}
