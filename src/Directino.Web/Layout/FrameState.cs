namespace Directino.Web.Layout;

/// <summary>What the frame shows about a person and their workspace.</summary>
/// <param name="PersonName">As the person calls themselves.</param>
/// <param name="PersonPicture">Address of a picture, or none.</param>
/// <param name="Zone">IANA zone in which this person reads times.</param>
/// <param name="Accounts">The connected accounts this person may see.</param>
/// <param name="Counts">What waits for them, by the route of its place: <c>["/inbox"] = 3</c>.</param>
public sealed record FrameState(
    string PersonName,
    string? PersonPicture,
    string Zone,
    IReadOnlyList<AccountChoice> Accounts,
    IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>The workspaces the person belongs to.</summary>
    public IReadOnlyList<WorkspaceChoice> Workspaces { get; init; } = [];

    /// <summary>The frame of a person about whom nothing more is known than their name.</summary>
    public static FrameState Of(string? name) => new(name ?? "", null, "UTC", [], new Dictionary<string, int>(StringComparer.Ordinal));
}
