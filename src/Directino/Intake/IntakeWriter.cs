using System.Threading.Channels;
using Directino.Ledger;

namespace Directino.Intake;

/// <summary>
/// Commits what concurrent deliveries bring as a group: one writer takes whatever is waiting, commits it, answers them
/// all, and repeats. No window, so an idle intake answers at once and a busy one commits in large groups.
/// </summary>
public abstract class IntakeWriter : IAsyncDisposable
{
    private const int LargestGroup = 2000;
    private readonly Channel<Delivery> _waiting = Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly IWakeUp _wakeUp;
    private readonly Task _loop;

    protected IntakeWriter(IWakeUp wakeUp)
    {
        _wakeUp = wakeUp;
        _loop = Task.Run(Write);
    }

    /// <summary>Returns when the events are on disk; repeated ones are left out. Throws when they could not be stored: answer an error, Meta sends them again.</summary>
    public Task Store(IReadOnlyList<IntakeEvent> events)
    {
        var delivery = new Delivery(events);
        return _waiting.Writer.TryWrite(delivery)
            ? delivery.Stored.Task
            : Task.FromException(new InvalidOperationException("The intake is closing."));
    }

    public virtual async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _stop.CancelAsync();
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Inserts the events in one transaction, leaving out those whose key is already there.</summary>
    protected abstract Task Commit(IReadOnlyList<IntakeEvent> events, CancellationToken ct);

    private async Task Write()
    {
        var group = new List<Delivery>();
        var events = new List<IntakeEvent>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (events.Count < LargestGroup && _waiting.Reader.TryRead(out var delivery))
            {
                group.Add(delivery);
                events.AddRange(delivery.Events);
            }

            try
            {
                await Commit(events, _stop.Token);
                foreach (var delivery in group)
                    delivery.Stored.SetResult();
                Wake(events);
            }
            catch (Exception error)
            {
                foreach (var delivery in group)
                    delivery.Stored.SetException(error);
            }

            group.Clear();
            events.Clear();
        }
    }

    private void Wake(List<IntakeEvent> events)
    {
        var lanes = 0;
        foreach (var stored in events)
            lanes |= 1 << stored.Lane;
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            if ((lanes & (1 << lane)) != 0)
                _wakeUp.Intake(lane);
        }
    }

    private sealed class Delivery(IReadOnlyList<IntakeEvent> events)
    {
        public IReadOnlyList<IntakeEvent> Events { get; } = events;

        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
