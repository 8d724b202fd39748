using Directino.Persistence;

namespace Directino.Ledger;

/// <summary>What happens when a <see cref="DueItem"/> of one kind falls due. May run twice after a crash: must be idempotent.</summary>
public interface IDueHandler
{
    string Kind { get; }

    /// <summary>
    /// Does it in <paramref name="db"/> (opened for the item's workspace) without saving: the runner saves together with
    /// the item's end. Returns when it is due again, or null when it is over.
    /// </summary>
    Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct);
}
