using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;

namespace Directino.Tests.Ledger;

/// <summary>An act whose calls end as the test says, and which remembers what was asked of it. Without instructions it succeeds.</summary>
internal sealed class FakeAct : IActKind
{
    private readonly Queue<Func<Task<ActResult>>> _sends = new();
    private readonly Queue<Func<ActSighting>> _sightings = new();

    public string Name => "fake-act";

    /// <summary>Subjects in the order in which they were sent.</summary>
    public List<Guid> Sent { get; } = [];

    public int LookUps { get; private set; }

    public List<ActState> Settled { get; } = [];

    public Refusal? OwnRule { get; set; }

    public Func<Task>? DuringCheck { get; set; }

    public Func<InstagramException, ActVerdict?> Verdict { get; set; } = _ => null;

    public FakeAct Answers(string id) => Then(() => new ActResult(id));

    /// <summary>Something happens while the call is under way.</summary>
    public FakeAct Answers(string id, Func<Task> meanwhile)
    {
        _sends.Enqueue(async () =>
        {
            await meanwhile();
            return new ActResult(id);
        });
        return this;
    }

    public FakeAct Throws(Exception error) => Then(() => throw error);

    public FakeAct IsSeen(ActSighting sighting) => ThenSees(() => sighting);

    public FakeAct LookUpThrows(Exception error) => ThenSees(() => throw error);

    private FakeAct ThenSees(Func<ActSighting> look)
    {
        _sightings.Enqueue(look);
        return this;
    }

    public async Task<ActResult> Send(Act act, InstagramAccess access, CancellationToken ct)
    {
        Sent.Add(act.SubjectId);
        return _sends.TryDequeue(out var send) ? await send() : new ActResult($"made-{Sent.Count}");
    }

    public Task<ActSighting> LookUp(Act act, InstagramAccess access, CancellationToken ct)
    {
        LookUps++;
        return Task.FromResult(_sightings.TryDequeue(out var look) ? look() : new ActSighting.Unclear("nobody-knows"));
    }

    public async Task<Refusal?> Check(Act act, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        if (DuringCheck is { } meanwhile)
        {
            DuringCheck = null;
            await meanwhile();
        }

        return OwnRule;
    }

    public ActVerdict? Judge(Act act, InstagramException error, DateTimeOffset now) => Verdict(error);

    public Task Settle(Act act, ActResult? result, DirectinoContext db, CancellationToken ct)
    {
        Settled.Add(act.State);
        return Task.CompletedTask;
    }

    private FakeAct Then(Func<ActResult> send)
    {
        _sends.Enqueue(() => Task.FromResult(send()));
        return this;
    }
}
