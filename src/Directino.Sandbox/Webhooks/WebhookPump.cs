using System.Threading.Channels;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Webhooks;

/// <summary>Delivers as soon as something happens, and again when a retry is due.</summary>
internal sealed class WebhookPump(World world, WebhookCourier courier, TimeProvider clock) : BackgroundService
{
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _wake.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The world is built on first use; do not hold up the start of the app for it.
        await Task.Yield();
        world.Changed += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await courier.Deliver(force: false, stoppingToken);
                await Pause(stoppingToken);
            }
        }
        finally
        {
            world.Changed -= Wake;
        }
    }

    private async Task Pause(CancellationToken stoppingToken)
    {
        if (_wake.Reader.TryRead(out _)) return;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var woken = _wake.Reader.ReadAsync(waiting.Token).AsTask();
        var due = courier.NextDue() is { } at
            ? Task.Delay(at > world.Now ? at - world.Now : TimeSpan.Zero, clock, waiting.Token)
            : Task.Delay(Timeout.InfiniteTimeSpan, clock, waiting.Token);
        await Task.WhenAny(woken, due);
        await waiting.CancelAsync();
        try
        {
            await woken;
        }
        catch (OperationCanceledException)
        {
            // Not woken: a retry is due, or the app stops and the loop sees it.
        }
    }
}
