using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Journal;

/// <summary>
/// The one world of a sandbox: seed plus journal. Rules are checked and effects recorded inside one lock, so that an
/// effect happens wholly or not at all, and its journal line is on disk before anybody is answered.
/// </summary>
public sealed class World(IOptions<SandboxOptions> options, TimeProvider time, PictureStore pictures, IEnumerable<ISeed> seeds) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _entries = [];
    private WorldState? _state;
    private JournalFile? _file;

    /// <summary>Raised after something happened, outside of the lock.</summary>
    public event Action? Changed;

    /// <summary>Now by the sandbox's own clock.</summary>
    public DateTimeOffset Now => time.GetUtcNow() + Read(state => state.ClockOffset);

    public T Read<T>(Func<WorldState, T> look)
    {
        lock (_gate)
        {
            return look(State);
        }
    }

    /// <summary>Checks rules and records effects as one step; what <paramref name="act"/> throws leaves no trace if it throws before it records.</summary>
    public T Act<T>(string actor, string? request, Func<WorldAct, T> act)
    {
        T result;
        long before, after;
        lock (_gate)
        {
            var state = State;
            before = _entries.Count;
            result = act(new WorldAct(state, time.GetUtcNow(), effect => Record(state, actor, request, effect)));
            after = _entries.Count;
        }
        if (after > before) Changed?.Invoke();
        return result;
    }

    /// <summary>Records one effect that needs no check.</summary>
    public void Record(string actor, Effect effect) => Act(actor, null, act =>
    {
        act.Record(effect);
        return true;
    });

    /// <summary>Journal lines after <paramref name="since"/>, optionally of one kind.</summary>
    public IReadOnlyList<JournalEntry> Journal(long since = 0, string? kind = null)
    {
        lock (_gate)
        {
            _ = State;
            return _entries.Where(e => e.Seq > since && (kind is null || e.Effect.Kind == kind)).ToList();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _file?.Dispose();
        }
    }

    private WorldState State => _state ??= Begin();

    private WorldState Begin()
    {
        var state = new WorldState();
        IReadOnlyList<JournalEntry> past = [];
        if (options.Value.StateFile is { } path)
        {
            _file = new JournalFile(path);
            past = _file.Read();
            pictures.KeepIn(path + ".files");
        }
        var anchor = past.Count > 0 && past[0].Effect is Anchored first ? first.At : time.GetUtcNow();
        var builder = new WorldBuilder(state, pictures, anchor);
        state.Planting = true;
        foreach (var seed in seeds) seed.Plant(builder);
        state.Planting = false;
        if (past.Count == 0)
        {
            Record(state, Actors.Platform, null, new Anchored(anchor));
            return state;
        }
        foreach (var entry in past)
        {
            entry.Effect.Apply(state, entry);
            _entries.Add(entry);
        }
        return state;
    }

    private JournalEntry Record(WorldState state, string actor, string? request, Effect effect)
    {
        var entry = new JournalEntry(_entries.Count + 1, time.GetUtcNow() + state.ClockOffset, actor, request, effect);
        _file?.Append(entry);
        _entries.Add(entry);
        effect.Apply(state, entry);
        return entry;
    }
}
