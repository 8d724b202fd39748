using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Login;

public sealed record CodeIssued(AuthorizationCode Code) : Effect
{
    public override string? About => Code.AccountIds.Count > 0 ? Code.AccountIds[0] : null;
    internal override void Apply(WorldState state, JournalEntry entry) => state.Codes[Code.Value] = Code;
}

public sealed record CodeUsed(string Value) : Effect
{
    internal override void Apply(WorldState state, JournalEntry entry) => state.Codes[Value] = state.Codes[Value] with { Used = true };
}

public sealed record TokenIssued(AccessToken Token) : Effect
{
    public override string? About => Token.AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("token", Token.Id), ("tokenKind", Token.Kind.ToString()));

    internal override void Apply(WorldState state, JournalEntry entry)
    {
        state.Tokens[Token.Value] = Token;
        if (Token.AccountId is { } account && Token.Kind is TokenKind.InstagramShort or TokenKind.InstagramLong)
        {
            state.Grants[(Graph.ApiHost.Instagram, account)] = Token.Scopes;
        }
        foreach (var chosen in Token.ChosenAccounts)
        {
            state.Grants[(Graph.ApiHost.Facebook, chosen)] = Token.Scopes;
        }
    }
}

/// <summary>A token was ended before its time, with the subcode that calls get from now on.</summary>
public sealed record TokenEnded(string Value, string Id, string? AccountId, int Subcode) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("token", Id));
    internal override void Apply(WorldState state, JournalEntry entry) => state.Tokens[Value] = state.Tokens[Value] with { EndedWith = Subcode };
}

public sealed record TokenExpiryMoved(string Value, string Id, string? AccountId, DateTimeOffset ExpiresAt) : Effect
{
    public override string? About => AccountId;
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("token", Id));
    internal override void Apply(WorldState state, JournalEntry entry) => state.Tokens[Value] = state.Tokens[Value] with { ExpiresAt = ExpiresAt };
}
