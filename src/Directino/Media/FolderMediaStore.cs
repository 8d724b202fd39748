using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Directino.Accounts;
using Directino.Hosting;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>Files in a folder.</summary>
internal sealed class FolderMediaStore(IOptions<MediaOptions> media, IOptions<HostingOptions> hosting, TimeProvider clock) : IMediaStore
{
    private const string Aside = ".gone";
    private readonly string _root = Path.GetFullPath(media.Value.Folder ?? Path.Combine(hosting.Value.DataFolder, "media"));

    public async Task<string> Put(WorkspaceId workspace, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var key = MediaKey.Of(workspace, SHA256.HashData(bytes.Span));
        var path = PathOf(key);
        if (Touch(path))
            return key;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Under another name first: a file that is there is whole, whatever died while it was written.
        var draft = $"{path}.{Guid.CreateVersion7(clock.GetUtcNow()):N}";
        await using (var file = Create(draft))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }

        Touch(draft);
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

            var key = MediaKey.Of(workspace, hash.GetHashAndReset());
            var path = PathOf(key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Touch(draft);
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

    public Task Check(CancellationToken ct)
    {
        Directory.CreateDirectory(_root);
        return Task.CompletedTask;
    }

    public Task Delete(string key, CancellationToken ct)
    {
        File.Delete(PathOf(key));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredFile> List(WorkspaceId workspace, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var folder = new DirectoryInfo(PathOf($"{workspace.Value:N}"));
        if (!folder.Exists)
            yield break;
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            if (file.Name.EndsWith(Aside, StringComparison.Ordinal))
            {
                PutBack(file.FullName);
                continue;
            }

            yield return new StoredFile(Path.GetRelativePath(_root, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), file.LastWriteTimeUtc);
        }
    }

    public Task<bool> Discard(string key, DateTimeOffset end, CancellationToken ct)
    {
        // Aside first: who puts the same file meanwhile either made this one young, or finds none and writes it anew.
        var path = PathOf(key);
        var aside = path + Aside;
        try
        {
            File.Move(path, aside, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult(false);
        }

        var isOld = File.GetLastWriteTimeUtc(aside) < end.UtcDateTime;
        if (isOld)
            File.Delete(aside);
        else
            File.Move(aside, path, overwrite: true);
        return Task.FromResult(isOld);
    }

    /// <summary>A process died while it decided about this file: it lies where it was, and is decided about anew.</summary>
    private static void PutBack(string aside)
    {
        var path = aside[..^Aside.Length];
        if (File.Exists(path))
            File.Delete(aside);
        else
            File.Move(aside, path);
    }

    /// <summary>It is wanted now. False where there is none.</summary>
    private bool Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
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
