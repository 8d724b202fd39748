using Orleans.Concurrency;

namespace Directino.Hosting.Cluster;

/// <summary>One of a handful, keyed 0 to <c>Lanes.Count - 1</c>: processes its part of the intake and of the due index.</summary>
public interface ILaneGrain : IGrainWithIntegerKey
{
    /// <summary>Looks at what has fallen due. Called every half second by every worker; a call that comes during a look is dropped.</summary>
    [OneWay, AlwaysInterleave]
    Task Tick();

    /// <summary>Something came in.</summary>
    [OneWay, AlwaysInterleave]
    Task Wake();
}
