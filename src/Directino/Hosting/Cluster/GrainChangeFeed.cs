using System.Collections.Concurrent;
using System.Globalization;
using Directino.Accounts;
using Directino.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Directino.Hosting.Cluster;

/// <summary>Live pages over the cluster: a hint to read again, never data. A lost hint costs at most a stale page until the next one.</summary>
internal sealed partial class GrainChangeFeed(IGrainFactory grains, TimeProvider clock, ILogger<GrainChangeFeed> logger)
    : BackgroundService, IChangeFeed, IFeedListener
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Subscription, bool>> _subscriptions = new();
    private IFeedListener? _reference;

    public void Announce(WorkspaceId workspace, IReadOnlyCollection<string> kinds) =>
        grains.GetGrain<IFeedGrain>(workspace.Value).Announce([.. kinds]).Ignore();

    public IDisposable Subscribe(WorkspaceId workspace, IReadOnlyCollection<string> kinds, Func<Task> changed)
    {
        var subscription = new Subscription(this, workspace.Value, [.. kinds], changed);
        _subscriptions.GetOrAdd(workspace.Value, _ => new()).TryAdd(subscription, true);
        Listen(workspace.Value);
        return subscription;
    }

    public async Task Changed(Guid workspace, string[] kinds)
    {
        if (!_subscriptions.TryGetValue(workspace, out var here))
            return;
        foreach (var subscription in here.Keys.Where(s => s.Kinds.Overlaps(kinds)))
        {
            try
            {
                await subscription.Changed();
            }
            catch (Exception error)
            {
                LogListenerFailed(error);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (workspace, here) in _subscriptions)
            {
                if (here.IsEmpty)
                    _subscriptions.TryRemove(workspace, out _);
                else
                    Listen(workspace);
            }
        }
    }

    private void Listen(Guid workspace)
    {
        _reference ??= grains.CreateObjectReference<IFeedListener>(this);
        grains.GetGrain<IFeedGrain>(workspace).Listen(_reference).Ignore();
    }

    [LoggerMessage(LogLevel.Warning, "A page could not take up a change")]
    private partial void LogListenerFailed(Exception error);

    private sealed class Subscription(GrainChangeFeed feed, Guid workspace, HashSet<string> kinds, Func<Task> changed) : IDisposable
    {
        private readonly CultureInfo _culture = CultureInfo.CurrentCulture, _words = CultureInfo.CurrentUICulture;

        public HashSet<string> Kinds { get; } = kinds;

        /// <summary>In the language of who listens; whoever announces may have another, or none.</summary>
        public async Task Changed()
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _words);
            await changed();
        }

        public void Dispose()
        {
            if (feed._subscriptions.TryGetValue(workspace, out var here))
                here.TryRemove(this, out _);
        }
    }
}
