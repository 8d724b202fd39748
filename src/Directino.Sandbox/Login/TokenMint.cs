using System.Globalization;
using System.Security.Cryptography;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Login;

internal static class TokenMint
{
    public static readonly TimeSpan ShortLife = TimeSpan.FromHours(1);
    public static readonly TimeSpan FacebookShortLife = TimeSpan.FromSeconds(5100);
    public static readonly TimeSpan LongLife = TimeSpan.FromDays(60);
    public static readonly TimeSpan RefreshAge = TimeSpan.FromHours(24);
    public static readonly TimeSpan CodeLife = TimeSpan.FromHours(1);

    public static AccessToken Instagram(WorldAct act, TokenKind kind, string accountId, IReadOnlyList<string> scopes) => new()
    {
        Id = NextId(act),
        Value = Secret("IGAA"),
        Kind = kind,
        AccountId = accountId,
        Scopes = scopes,
        IssuedAt = act.Now,
        ExpiresAt = act.Now + (kind == TokenKind.InstagramShort ? ShortLife : LongLife),
    };

    public static AccessToken Facebook(WorldAct act, TokenKind kind, string userId, IReadOnlyList<string> chosen, IReadOnlyList<string> scopes) => new()
    {
        Id = NextId(act),
        Value = Secret("EAA"),
        Kind = kind,
        FacebookUserId = userId,
        ChosenAccounts = chosen,
        Scopes = scopes,
        IssuedAt = act.Now,
        ExpiresAt = act.Now + (kind == TokenKind.FacebookShort ? FacebookShortLife : LongLife),
    };

    /// <summary>The Page's token for this person: without an end when the user token is long-lived, else it ends with it.</summary>
    public static AccessToken Page(WorldAct act, AccessToken user, string accountId)
    {
        var known = act.State.Tokens.Values.FirstOrDefault(t => t.Kind == TokenKind.Page && t.AccountId == accountId && t.EndedWith is null
            && t.FacebookUserId == user.FacebookUserId && t.ExpiresAt is null == (user.Kind == TokenKind.FacebookLong) && t.Scopes.SequenceEqual(user.Scopes)
            && (t.ExpiresAt is null || t.ExpiresAt > act.Now));
        if (known is not null) return known;
        var token = new AccessToken
        {
            Id = NextId(act),
            Value = Secret("EAA"),
            Kind = TokenKind.Page,
            AccountId = accountId,
            FacebookUserId = user.FacebookUserId,
            Scopes = user.Scopes,
            IssuedAt = act.Now,
            ExpiresAt = user.Kind == TokenKind.FacebookLong ? null : user.ExpiresAt,
        };
        act.Record(new TokenIssued(token));
        return token;
    }

    public static string Secret(string prefix) => prefix + Convert.ToHexString(RandomNumberGenerator.GetBytes(40));

    private static string NextId(WorldAct act) => "token-" + (act.State.Tokens.Count + 1).ToString(CultureInfo.InvariantCulture);
}
