using Orleans.Concurrency;

namespace Directino.Hosting.Cluster;

/// <summary>One writer per account: keyed by our account id, it orders the account's calls. Holds nothing the database does not.</summary>
public interface IAccountGrain : IGrainWithGuidKey
{
    [OneWay, AlwaysInterleave]
    Task Wake();
}
