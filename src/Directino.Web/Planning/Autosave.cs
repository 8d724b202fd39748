using Directino.Accounts;
using Directino.Planning;
using Directino.Web.Access;

namespace Directino.Web.Planning;

/// <summary>
/// Keeps what stands in a composer a moment after it was changed, and says honestly whether it could. One per composer.
/// Everything but the clock's call happens on the composer's own thread of events.
/// </summary>
public sealed partial class Autosave(WorkingCopies copies, TimeProvider clock, ILogger<Autosave> logger)
{
    /// <summary>After the last change.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>After the first one, for who writes without a pause; and until the next try where one failed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private Func<Func<Task>, Task> _dispatch = act => act();
    private Func<Writing>? _read;
    private Action _told = () => { };
    private Task _turn = Task.CompletedTask;
    private ITimer? _timer;
    private DateTimeOffset? _since;

    /// <summary>When it was kept; null while nothing is.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>The last try failed; another one follows.</summary>
    public bool HasFailed { get; private set; }

    /// <param name="dispatch">Takes an act to the composer's thread of events.</param>
    /// <param name="read">What stands in the composer now.</param>
    /// <param name="told">Called when <see cref="KeptAt"/> or <see cref="HasFailed"/> changed.</param>
    public void Begin(Func<Func<Task>, Task> dispatch, Func<Writing> read, Action told) => (_dispatch, _read, _told) = (dispatch, read, told);

    /// <summary>Something was changed.</summary>
    public void Note()
    {
        var now = clock.GetUtcNow();
        _since ??= now;
        var left = _since.Value + Longest - now;
        Ring(left < TimeSpan.Zero ? TimeSpan.Zero : left < Pause ? left : Pause);
    }

    /// <summary>Keeps at once what is not kept yet.</summary>
    public async Task Flush()
    {
        await InTurn(Keep);
        _told();
    }

    /// <summary>Does something with the post, during which nothing is kept. When it says that the words are in good hands, what was kept is over.</summary>
    public Task Settle(Func<Task<bool>> act) => InTurn(async () =>
    {
        var writing = _read!();
        if (!await act())
            return;
        _since = null;
        (KeptAt, HasFailed) = (null, false);
        await copies.Drop(writing.Visitor.Workspace, writing.Visitor.Person, writing.Post, CancellationToken.None);
    });

    /// <summary>The composer is left: what was not kept yet is kept now.</summary>
    public async Task End()
    {
        (_dispatch, _told) = (act => Task.CompletedTask, () => { });
        if (_timer is { } timer)
            await timer.DisposeAsync();
        _timer = null;
        if (_read is not null)
            await Flush();
    }

    private void Ring(TimeSpan wait)
    {
        _timer ??= clock.CreateTimer(_ => _dispatch(Flush), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>One after the other: what is kept and what is saved do not meet.</summary>
    private async Task InTurn(Func<Task> act)
    {
        var (before, mine) = (_turn, new TaskCompletionSource());
        _turn = mine.Task;
        await before;
        try
        {
            await act();
        }
        finally
        {
            mine.SetResult();
        }
    }

    private async Task Keep()
    {
        if (_since is null)
            return;
        var (visitor, post, text, known) = _read!();
        _since = null;
        try
        {
            // Without a token: it is kept also for who has just left.
            if (text is null)
                await copies.Drop(visitor.Workspace, visitor.Person, post, CancellationToken.None);
            KeptAt = text is null ? null : await copies.Keep(visitor.Workspace, visitor.Person, post, text, known, CancellationToken.None);
            HasFailed = false;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            LogNotKept(logger, error, visitor.Workspace);
            HasFailed = true;
            _since ??= clock.GetUtcNow();
            if (_timer is not null)
                Ring(Longest);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What somebody writes in workspace {Workspace} could not be kept; it is tried again.")]
    private static partial void LogNotKept(ILogger logger, Exception error, WorkspaceId workspace);
}

/// <summary>What stands in a composer, and whose it is.</summary>
/// <param name="Post">Null for a new post.</param>
/// <param name="Text">Null when it says nothing else than the post: then there is nothing to keep.</param>
public sealed record Writing(Visitor Visitor, PostId? Post, WrittenText? Text, PostBase? Known);
