using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Accounts;

public sealed record AccountMade(SandboxAccount Account) : Effect
{
    public override string? About => Account.Id;
    internal override void Apply(WorldState state, JournalEntry entry) => state.Add(Account);
}

/// <summary>A switch of the account or a profile field changed.</summary>
public sealed record AccountChanged(SandboxAccount Account) : Effect
{
    public override string? About => Account.Id;
    internal override void Apply(WorldState state, JournalEntry entry) => state.Accounts[Account.Id] = Account;
}

public sealed record PersonMade(Person Person) : Effect
{
    public override IReadOnlyDictionary<string, string> Subjects => Roles(("person", Person.Id));
    internal override void Apply(WorldState state, JournalEntry entry) => state.Add(Person);
}
