using Directino.Persistence;

namespace Directino.Ledger;

/// <summary>
/// Says what a cause is called, for people who read the ledger: a workflow by its name, a schedule by its post's first
/// words. Brought by the feature that owns the cause.
/// </summary>
public interface ICauseNames
{
    CauseKind Kind { get; }

    /// <summary>Names of those that still exist; what is missing has been deleted.</summary>
    Task<IReadOnlyDictionary<Guid, string>> Of(DirectinoContext db, IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <summary>Says what the people at Instagram are called to whom acts are addressed. Brought by the feature that knows them.</summary>
public interface IFollowerNames
{
    /// <summary>Handles or names of those that are known, by Instagram's id.</summary>
    Task<IReadOnlyDictionary<string, string>> Of(DirectinoContext db, IReadOnlyCollection<string> followerIds, CancellationToken ct);
}
