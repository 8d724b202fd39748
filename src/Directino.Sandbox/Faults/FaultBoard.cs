using Directino.Sandbox.Accounts;

namespace Directino.Sandbox.Faults;

/// <summary>The faults that are set, in order; the first that matches a call meets it.</summary>
public sealed class FaultBoard(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<Armed> _armed = [];
    private readonly List<Paused> _paused = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;

    public int Set(Fault fault)
    {
        lock (_gate)
        {
            _armed.Add(new Armed(++_lastId, fault, clock.GetUtcNow()) { ToSkip = fault.After, Left = fault.Times });
            return _lastId;
        }
    }

    /// <summary>Removes all faults and lets every paused call go on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _armed.Clear();
        }
        Release(null);
    }

    public FaultBoardView Look()
    {
        lock (_gate)
        {
            return new([.. _armed.Select(a => new ArmedFault(a.Id, a.Fault, a.Left))], [.. _paused.Select(p => new PausedCall(p.Id, p.Call, p.AfterEffect, p.Request))]);
        }
    }

    /// <summary>Lets paused calls go on: one by its id, or all.</summary>
    public int Release(int? id)
    {
        List<Paused> go;
        lock (_gate)
        {
            go = [.. _paused.Where(p => id is null || p.Id == id)];
        }
        foreach (var paused in go) paused.Go.TrySetResult();
        return go.Count;
    }

    /// <summary>Completes when a call is waiting at a pause.</summary>
    public async Task<PausedCall> NextPaused(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_paused.Count > 0) return new(_paused[0].Id, _paused[0].Call, _paused[0].AfterEffect, _paused[0].Request);
                changed = _changed.Task;
            }
            await changed.WaitAsync(cancellationToken);
        }
    }

    internal Fault? Take(string call, string method, SandboxAccount? account)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _armed.RemoveAll(a => a.Fault is { Kind: FaultKind.Outage, Seconds: { } s } && now >= a.Since + TimeSpan.FromSeconds(s));
            foreach (var armed in _armed)
            {
                if (!Matches(armed.Fault, call, method, account)) continue;
                if (armed.ToSkip > 0)
                {
                    armed.ToSkip--;
                    continue;
                }
                var endsByTime = armed.Fault is { Kind: FaultKind.Outage, Seconds: not null };
                if (!endsByTime && armed.Fault.Times > 0 && --armed.Left == 0) _armed.Remove(armed);
                return armed.Fault;
            }
            return null;
        }
    }

    internal async Task Pause(string call, bool afterEffect, string request, CancellationToken cancellationToken)
    {
        Paused paused;
        lock (_gate)
        {
            paused = new(++_lastId, call, afterEffect, request);
            _paused.Add(paused);
            _changed.TrySetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        try
        {
            await paused.Go.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                _paused.Remove(paused);
            }
        }
    }

    private static bool Matches(Fault fault, string call, string method, SandboxAccount? account) =>
        (fault.Call == "*" || fault.Call == call)
        && (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (fault.Account is null || (account is not null && (fault.Account == account.Id || fault.Account == account.Username)));

    private sealed class Armed(int id, Fault fault, DateTimeOffset since)
    {
        public int Id => id;
        public Fault Fault => fault;
        public DateTimeOffset Since => since;
        public int ToSkip { get; set; }
        public int Left { get; set; }
    }

    private sealed class Paused(int id, string call, bool afterEffect, string request)
    {
        public int Id => id;
        public string Call => call;
        public bool AfterEffect => afterEffect;
        public string Request => request;
        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

public sealed record FaultBoardView(IReadOnlyList<ArmedFault> Faults, IReadOnlyList<PausedCall> Waiting);

public sealed record ArmedFault(int Id, Fault Fault, int Left);

public sealed record PausedCall(int Id, string Call, bool AfterEffect, string Request);
