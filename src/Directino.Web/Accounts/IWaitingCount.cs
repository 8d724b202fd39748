using Directino.Persistence;
using Directino.Web.Access;

namespace Directino.Web.Accounts;

/// <summary>How much waits for a visitor in one place of the product. A feature registers its own; the frame shows it.</summary>
public interface IWaitingCount
{
    /// <summary>The place, e.g. <c>/inbox</c>.</summary>
    string Route { get; }

    /// <summary>Entity type names whose changes may change the count.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    Task<int> Read(Visitor visitor, DirectinoContext db, CancellationToken ct);
}
