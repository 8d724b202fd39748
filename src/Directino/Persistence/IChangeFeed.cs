using Directino.Accounts;

namespace Directino.Persistence;

/// <summary>Tells pages that rows of some kinds changed in their workspace, in whichever process it happened. A hint to read again.</summary>
public interface IChangeFeed
{
    void Announce(WorkspaceId workspace, IReadOnlyCollection<string> kinds);

    /// <summary><paramref name="kinds"/> are entity type names, e.g. <c>nameof(Post)</c>. Dispose to stop listening.</summary>
    IDisposable Subscribe(WorkspaceId workspace, IReadOnlyCollection<string> kinds, Func<Task> changed);
}
