using System.Text;

namespace Directino.Instagram.Login;

/// <summary>A short-lived token got for a code (auth.md sections 2.4 and 3.2). Exchange it for a long-lived one at once.</summary>
/// <param name="Token">Lives about an hour. Never printed.</param>
/// <param name="UserId">App-scoped id, NOT the account id of webhooks; null on Facebook Login. Read <c>/me</c> for the account id.</param>
/// <param name="Permissions">What the person granted; null when the answer did not say. On Instagram Login keep it: nothing else tells later.</param>
/// <param name="ExpiresIn">Rest of life, when the answer said it (Facebook Login).</param>
public sealed record CodeExchange(string Token, string? UserId, IReadOnlyList<string>? Permissions, TimeSpan? ExpiresIn)
{
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("UserId = ").Append(UserId);
        return true;
    }
}

internal sealed record CodeExchangeWire
{
    public string? AccessToken { get; init; }

    public string? UserId { get; init; }

    public IReadOnlyList<string>? Permissions { get; init; }

    public long? ExpiresIn { get; init; }

    public IReadOnlyList<CodeExchangeWire>? Data { get; init; }
}
