using Directino.Accounts;
using Directino.Persistence;

namespace Directino.Benchmarks;

/// <summary>No page is open in a benchmark.</summary>
internal sealed class NobodyToTell : IChangeFeed
{
    public void Announce(WorkspaceId workspace, IReadOnlyCollection<string> kinds)
    {
        // No page is open.
    }

    public IDisposable Subscribe(WorkspaceId workspace, IReadOnlyCollection<string> kinds, Func<Task> changed) =>
        throw new NotSupportedException("No page is open in a benchmark.");
}
