using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Directino.Hosting.Cluster;

internal sealed class FeedGrain(ILogger<FeedGrain> logger) : Grain, IFeedGrain
{
    // Listeners say every 30 seconds that they are still there.
    private readonly ObserverManager<IFeedListener> _listeners = new(TimeSpan.FromSeconds(90), logger);

    public Task Announce(string[] kinds) =>
        _listeners.Notify(l => l.Changed(this.GetPrimaryKey(), kinds));

    public Task Listen(IFeedListener listener)
    {
        _listeners.Subscribe(listener, listener);
        return Task.CompletedTask;
    }
}
