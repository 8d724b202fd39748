using Directino.Accounts;

namespace Directino.Planning.Visits;

/// <summary>Somebody has a post open in one window.</summary>
/// <param name="Id">Of the window.</param>
/// <param name="IsWriting">They wrote something that is not saved.</param>
public sealed record Visit(Guid Id, PersonId Person, bool IsWriting);

/// <summary>Who has which post open, over all processes. It is nowhere written down, and forgotten when they leave.</summary>
public interface IVisits
{
    /// <summary>Says that a visit is there, or still there; returns all there are.</summary>
    Task<IReadOnlyList<Visit>> Enter(WorkspaceId workspace, PostId post, Visit visit);

    Task Leave(WorkspaceId workspace, PostId post, Guid visit);
}
