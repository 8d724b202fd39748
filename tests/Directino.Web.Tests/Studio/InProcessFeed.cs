using Directino.Accounts;
using Directino.Persistence;

namespace Directino.Web.Tests.Studio;

/// <summary>The change feed of one process, without a cluster.</summary>
internal sealed class InProcessFeed : IChangeFeed
{
    private readonly Lock _gate = new();
    private readonly List<Listener> _listeners = [];

    public void Announce(WorkspaceId workspace, IReadOnlyCollection<string> kinds)
    {
        List<Listener> told;
        lock (_gate)
            told = [.. _listeners.Where(l => l.Workspace == workspace && l.Kinds.Intersect(kinds).Any())];
        foreach (var listener in told)
            _ = listener.Changed();
    }

    public IDisposable Subscribe(WorkspaceId workspace, IReadOnlyCollection<string> kinds, Func<Task> changed)
    {
        var listener = new Listener(this, workspace, kinds, changed);
        lock (_gate)
            _listeners.Add(listener);
        return listener;
    }

    private sealed record Listener(InProcessFeed Feed, WorkspaceId Workspace, IReadOnlyCollection<string> Kinds, Func<Task> Changed) : IDisposable
    {
        public void Dispose()
        {
            lock (Feed._gate)
                Feed._listeners.Remove(this);
        }
    }
}
