namespace Directino.Web.Layout;

/// <summary>Short words about what was just done, with a way back. One per circuit; the frame shows them.</summary>
public sealed class Toasts(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(8);
    private readonly Lock _gate = new();
    private readonly Dictionary<Toast, ITimer> _shown = [];

    /// <summary>Raised, on any thread, when a toast came or went.</summary>
    public event Action? Changed;

    /// <summary>What is shown now, the oldest first.</summary>
    public IReadOnlyList<Toast> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _shown.Keys.OrderBy(toast => toast.At)];
            }
        }
    }

    /// <summary>Says what was done; <paramref name="undo"/> takes it back while the words are shown. Where it does something else, <paramref name="verb"/> names it.</summary>
    public void Say(string text, Func<Task>? undo = null, string? verb = null)
    {
        var toast = new Toast(text, undo, clock.GetUtcNow(), verb);
        lock (_gate)
        {
            _shown[toast] = clock.CreateTimer(_ => Drop(toast), null, Shown, Timeout.InfiniteTimeSpan);
        }

        Changed?.Invoke();
    }

    /// <summary>Takes a toast away.</summary>
    public void Drop(Toast toast)
    {
        lock (_gate)
        {
            if (!_shown.Remove(toast, out var timer))
            {
                return;
            }

            timer.Dispose();
        }

        Changed?.Invoke();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var timer in _shown.Values)
            {
                timer.Dispose();
            }

            _shown.Clear();
        }
    }
}

/// <summary>One of them.</summary>
/// <param name="Verb">What its button does, where that is not to take something back.</param>
public sealed record Toast(string Text, Func<Task>? Undo, DateTimeOffset At, string? Verb = null);
