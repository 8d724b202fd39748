using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.Visits;

namespace Directino.Hosting.Cluster;

internal sealed class VisitGrain(IChangeFeed feed, TimeProvider clock) : Grain, IVisitGrain
{
    private readonly VisitBook _book = new(clock);
    private WorkspaceId? _workspace;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // Windows whose process died say nothing any more.
        this.RegisterGrainTimer(Forget, new GrainTimerCreationOptions(VisitBook.Pulse, VisitBook.Pulse) { Interleave = true });
        return Task.CompletedTask;
    }

    public Task<(Guid Visit, Guid Person, bool IsWriting)[]> Enter(Guid workspace, Guid visit, Guid person, bool isWriting)
    {
        _workspace = WorkspaceId.Of(workspace);
        if (_book.Enter(new Visit(visit, PersonId.Of(person), isWriting)))
            Tell();
        return Task.FromResult(_book.All.Select(v => (v.Id, v.Person.Value, v.IsWriting)).ToArray());
    }

    public Task Leave(Guid visit)
    {
        if (_book.Leave(visit))
            Tell();
        Rest();
        return Task.CompletedTask;
    }

    private Task Forget()
    {
        if (_book.Forget())
            Tell();
        Rest();
        return Task.CompletedTask;
    }

    private void Tell()
    {
        if (_workspace is { } workspace)
            feed.Announce(workspace, [VisitBook.Kind(PostId.Of(this.GetPrimaryKey()))]);
    }

    private void Rest()
    {
        if (_book.IsEmpty)
            DeactivateOnIdle();
    }
}
