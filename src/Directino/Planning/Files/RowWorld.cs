using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Planning.Campaigns;

namespace Directino.Planning.Files;

/// <summary>What rows are read against.</summary>
/// <param name="Media">What the rows name of the library, as far as it is there.</param>
/// <param name="Zone">The clock of a row without an account.</param>
public sealed record RowWorld(
    IReadOnlyList<ConnectedAccount> Accounts, IReadOnlyList<Label> Labels, IReadOnlyList<Campaign> Campaigns, IReadOnlyList<MediaItem> Media, string Zone, DateTimeOffset Now);

/// <summary>A post of the plan that a row may be, or stand beside.</summary>
public sealed record RowNeighbour(PostId Id, AccountId? Account, DateTimeOffset? At, string Caption, string? ImportKey, IReadOnlyList<MediaItemId> Items);
