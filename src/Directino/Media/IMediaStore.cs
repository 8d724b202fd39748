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

    /// <summary>Null when there is nothing under the key.</summary>
    Task<Stream?> Open(string key, CancellationToken ct);

    Task Delete(string key, CancellationToken ct);
}
