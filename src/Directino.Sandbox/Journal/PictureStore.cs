using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Directino.Sandbox.Journal;

/// <summary>The files the sandbox shows under <c>/sandbox/files/</c>: seeded pictures, opened when asked for, and what containers fetched.</summary>
public sealed class PictureStore
{
    /// <summary>Stands before the key of a file in an attachment of the world; it becomes an address when somebody is told.</summary>
    internal const string Scheme = "sandbox-file:";

    private readonly ConcurrentDictionary<string, Func<Stream>> _files = new(StringComparer.Ordinal);
    private string? _folder;

    public Stream? Open(string key)
    {
        if (_files.TryGetValue(key, out var open)) return open();
        return _folder is { } folder && IsPlain(key) && File.Exists(Path.Combine(folder, key)) ? File.OpenRead(Path.Combine(folder, key)) : null;
    }

    /// <summary>Names a seeded picture; nothing is read before somebody looks at it.</summary>
    internal void Add(string key, Func<Stream> open) => _files[key] = open;

    /// <summary>Keeps fetched bytes under the hash of their content.</summary>
    internal string Keep(byte[] bytes, string extension)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12)) + extension;
        if (_folder is { } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, key), bytes);
        }
        else
        {
            _files[key] = () => new MemoryStream(bytes, writable: false);
        }
        return key;
    }

    internal void KeepIn(string folder) => _folder = folder;

    private static bool IsPlain(string key) => key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') && !key.StartsWith('.');
}
