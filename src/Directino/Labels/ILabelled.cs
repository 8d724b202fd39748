using Directino.Persistence;

namespace Directino.Labels;

/// <summary>A feature whose things bear labels: what was taken off them with a label can be given back.</summary>
public interface ILabelled
{
    /// <summary>The ids of everything that bears a label.</summary>
    Task<IReadOnlyList<Guid>> Bearing(LabelId label, DirectinoContext db, CancellationToken ct);

    /// <summary>Puts a label on these again, as far as they are still there; who calls saves it.</summary>
    Task GiveBack(LabelId label, IReadOnlyList<Guid> things, DirectinoContext db, CancellationToken ct);
}
