using System.Text.Json;

namespace Directino.Sandbox.Journal;

/// <summary>The journal on disk: one JSON object a line, flushed before the effect is answered.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly FileStream _file;

    public JournalFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // Only one sandbox may write a journal; the second one fails here instead of mixing two worlds.
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    /// <summary>Reads every whole line; a last line cut off by a kill never happened.</summary>
    public IReadOnlyList<JournalEntry> Read()
    {
        var entries = new List<JournalEntry>();
        _file.Position = 0;
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var start = 0;
        for (var end = bytes.AsSpan().IndexOf((byte)'\n'); end >= 0; end = Next(bytes, start))
        {
            entries.Add(JsonSerializer.Deserialize<JournalEntry>(bytes.AsSpan(start, end - start), JournalJson.Options)!);
            start = end + 1;
        }
        _file.SetLength(start);
        _file.Position = start;
        return entries;
    }

    public void Append(JournalEntry entry)
    {
        JsonSerializer.Serialize(_file, entry, JournalJson.Options);
        _file.WriteByte((byte)'\n');
        _file.Flush();
    }

    public void Dispose() => _file.Dispose();

    private static int Next(byte[] bytes, int start)
    {
        var found = bytes.AsSpan(start).IndexOf((byte)'\n');
        return found < 0 ? -1 : start + found;
    }
}
