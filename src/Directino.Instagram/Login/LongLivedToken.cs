using System.Text;

namespace Directino.Instagram.Login;

/// <summary>A long-lived token (auth.md sections 2.5, 2.6, 3.3).</summary>
/// <param name="Token">Never printed.</param>
/// <param name="ExpiresIn">About 60 days; null when the answer did not say (some Facebook tokens have no end).</param>
/// <param name="Permissions">Seen on refreshes of Instagram tokens; usually null.</param>
public sealed record LongLivedToken(string Token, TimeSpan? ExpiresIn, IReadOnlyList<string>? Permissions = null)
{
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("ExpiresIn = ").Append(ExpiresIn);
        return true;
    }
}

internal sealed record LongLivedWire
{
    public required string AccessToken { get; init; }

    public long? ExpiresIn { get; init; }

    public IReadOnlyList<string>? Permissions { get; init; }
}
