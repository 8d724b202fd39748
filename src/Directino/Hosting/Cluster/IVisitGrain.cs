namespace Directino.Hosting.Cluster;

/// <summary>Who has a post open, in whichever process; keyed by post. It holds that in memory alone, and nothing when they have left.</summary>
public interface IVisitGrain : IGrainWithGuidKey
{
    Task<(Guid Visit, Guid Person, bool IsWriting)[]> Enter(Guid workspace, Guid visit, Guid person, bool isWriting);

    Task Leave(Guid visit);
}
