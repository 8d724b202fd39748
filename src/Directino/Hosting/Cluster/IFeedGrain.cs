using Orleans.Concurrency;

namespace Directino.Hosting.Cluster;

/// <summary>Carries "something changed" from the process that changed it to the processes that show it; keyed by workspace.</summary>
public interface IFeedGrain : IGrainWithGuidKey
{
    [OneWay]
    Task Announce(string[] kinds);

    Task Listen(IFeedListener listener);
}

public interface IFeedListener : IGrainObserver
{
    [OneWay]
    Task Changed(Guid workspace, string[] kinds);
}
