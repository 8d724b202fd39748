using Directino.Accounts;
using Directino.Media;

namespace Directino.Planning;

/// <summary>What an author writes: everything of a post but its fate.</summary>
public sealed record PostContent(AccountId? Account, MediaItemId? Picture, string? Caption, string? AltText)
{
    public static readonly PostContent Empty = new(null, null, null, null);
}
