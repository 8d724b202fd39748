namespace Directino.Media;

/// <summary>Tells others, as long as it is not disposed, that somebody is at work and how far; and the worker, when nobody wants the work any more.</summary>
internal sealed class SignsOfLife : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private const int MostSilentBeats = 5;

    private readonly Func<int, CancellationToken, Task<bool>> _show;
    private readonly CancellationTokenSource _gone;
    private readonly CancellationTokenSource _over;
    private readonly PeriodicTimer _timer;
    private readonly Task _beating;

    /// <param name="clock">The clock.</param>
    /// <param name="show">Shows the percentage; false when the work is not wanted any more.</param>
    /// <param name="closing">Ends the work.</param>
    public SignsOfLife(TimeProvider clock, Func<int, CancellationToken, Task<bool>> show, CancellationToken closing)
    {
        _show = show;
        _gone = CancellationTokenSource.CreateLinkedTokenSource(closing);
        _over = CancellationTokenSource.CreateLinkedTokenSource(closing);
        Gone = _gone.Token;
        _timer = new PeriodicTimer(Beat, clock);
        _beating = Keep();
    }

    /// <summary>Cancelled when the work is not wanted any more.</summary>
    public CancellationToken Gone { get; }

    public int Percent { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _beating;
        _timer.Dispose();
        _over.Dispose();
        _gone.Dispose();
    }

    private async Task Keep()
    {
        var (shown, silent) = (0, 0);
        try
        {
            while (await _timer.WaitForNextTickAsync(_over.Token))
            {
                var percent = Percent;
                if (percent == shown && ++silent < MostSilentBeats)
                    continue;
                (shown, silent) = (percent, 0);
                if (!await _show(percent, _over.Token))
                    await _gone.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }
}
