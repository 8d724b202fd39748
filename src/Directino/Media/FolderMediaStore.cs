using System.Security.Cryptography;
using Directino.Accounts;
using Directino.Hosting;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>Files in a folder: <c>{workspace}/{first two of the hash}/{hash}</c>.</summary>
internal sealed class FolderMediaStore(IOptions<MediaOptions> media, IOptions<HostingOptions> hosting, TimeProvider clock) : IMediaStore
{
    private readonly string _root = Path.GetFullPath(media.Value.Folder ?? Path.Combine(hosting.Value.DataFolder, "media"));

    public async Task<string> Put(WorkspaceId workspace, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var key = $"{workspace.Value:N}/{hash[..2]}/{hash}";
        var path = PathOf(key);
        if (File.Exists(path))
            return key;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Under another name first: a file that is there is whole, whatever died while it was written.
        var draft = $"{path}.{Guid.CreateVersion7(clock.GetUtcNow()):N}";
        await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        return key;
    }

    public Task<Stream?> Open(string key, CancellationToken ct)
    {
        var path = PathOf(key);
        return Task.FromResult<Stream?>(File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, useAsync: true)
            : null);
    }

    public Task Delete(string key, CancellationToken ct)
    {
        File.Delete(PathOf(key));
        return Task.CompletedTask;
    }

    private string PathOf(string key)
    {
        var path = Path.GetFullPath(Path.Combine(_root, key));
        return path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException("A key cannot leave the media folder.", nameof(key));
    }
}
