using Directino.Accounts;

namespace Directino.Media;

/// <summary>
/// Where files lie: a folder, or an object store in a cluster. A key is made of a workspace and the hash of the content, so that the same
/// file twice is one, and what a key names never changes.
/// </summary>
public interface IMediaStore
{
    /// <summary>Keeps the bytes, durably, and returns their key.</summary>
    Task<string> Put(WorkspaceId workspace, ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>Keeps what a stream holds, durably and without holding it in memory, and returns its key.</summary>
    Task<string> Put(WorkspaceId workspace, Stream content, CancellationToken ct);

    /// <summary>The content, which can be read from any place; its length is the stream's. Null when there is nothing under the key.</summary>
    Task<Stream?> Open(string key, CancellationToken ct);

    /// <summary>The content as a file of this machine, for programs that read files. Null when there is nothing under the key.</summary>
    Task<LocalFile?> Lend(string key, CancellationToken ct);

    Task Delete(string key, CancellationToken ct);

    /// <summary>Throws where it cannot be reached.</summary>
    Task Check(CancellationToken ct);

    /// <summary>Everything that lies there for a workspace, also what was never finished.</summary>
    IAsyncEnumerable<StoredFile> List(WorkspaceId workspace, CancellationToken ct);

    /// <summary>Deletes it unless it was put there after <paramref name="end"/>, which is looked at again. False where it stays.</summary>
    Task<bool> Discard(string key, DateTimeOffset end, CancellationToken ct);
}
