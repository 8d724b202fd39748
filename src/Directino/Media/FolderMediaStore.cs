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
        var key = Key(workspace, SHA256.HashData(bytes.Span));
        var path = PathOf(key);
        if (File.Exists(path))
            return key;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Under another name first: a file that is there is whole, whatever died while it was written.
        var draft = $"{path}.{Guid.CreateVersion7(clock.GetUtcNow()):N}";
        await using (var file = Create(draft))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        return key;
    }

    public async Task<string> Put(WorkspaceId workspace, Stream content, CancellationToken ct)
    {
        var drafts = Path.Combine(_root, $"{workspace.Value:N}");
        Directory.CreateDirectory(drafts);
        var draft = Path.Combine(drafts, $"{Guid.CreateVersion7(clock.GetUtcNow()):N}.draft");
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var file = Create(draft))
            {
                var buffer = new byte[81920];
                for (var read = await content.ReadAsync(buffer, ct); read > 0; read = await content.ReadAsync(buffer, ct))
                {
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), ct);
                }

                file.Flush(flushToDisk: true);
            }

            var key = Key(workspace, hash.GetHashAndReset());
            var path = PathOf(key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(draft, path, overwrite: true);
            return key;
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    public Task<Stream?> Open(string key, CancellationToken ct)
    {
        var path = PathOf(key);
        return Task.FromResult<Stream?>(File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, useAsync: true)
            : null);
    }

    public Task<LocalFile?> Lend(string key, CancellationToken ct)
    {
        var path = PathOf(key);
        return Task.FromResult(File.Exists(path) ? new LocalFile(path, isOurs: false) : null);
    }

    public Task Delete(string key, CancellationToken ct)
    {
        File.Delete(PathOf(key));
        return Task.CompletedTask;
    }

    private static string Key(WorkspaceId workspace, ReadOnlySpan<byte> hash)
    {
        var name = Convert.ToHexStringLower(hash);
        return $"{workspace.Value:N}/{name[..2]}/{name}";
    }

    private static FileStream Create(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true);

    private string PathOf(string key)
    {
        var path = Path.GetFullPath(Path.Combine(_root, key));
        return path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException("A key cannot leave the media folder.", nameof(key));
    }
}
