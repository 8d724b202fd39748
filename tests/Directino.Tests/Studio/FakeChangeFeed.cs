using Directino.Accounts;
using Directino.Persistence;

namespace Directino.Tests.Studio;

/// <summary>Nobody watches pages here; what was announced can be asked.</summary>
internal sealed class FakeChangeFeed : IChangeFeed
{
    private readonly List<(WorkspaceId Workspace, string Kind)> _announced = [];

    public IReadOnlyList<(WorkspaceId Workspace, string Kind)> Announced => _announced;

    public void Announce(WorkspaceId workspace, IReadOnlyCollection<string> kinds) =>
        _announced.AddRange(kinds.Select(k => (workspace, k)));

    public IDisposable Subscribe(WorkspaceId workspace, IReadOnlyCollection<string> kinds, Func<Task> changed) => new Nothing();

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
