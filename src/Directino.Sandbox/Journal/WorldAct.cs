namespace Directino.Sandbox.Journal;

/// <summary>One step in the world: look, decide, record.</summary>
public sealed class WorldAct(WorldState state, DateTimeOffset realNow, Func<Effect, JournalEntry> record)
{
    public WorldState State => state;
    public DateTimeOffset Now => realNow + state.ClockOffset;

    public JournalEntry Record(Effect effect) => record(effect);

    internal string NextMediaId(int ahead = 0) => Free(state.MediaEver + 1 + ahead, n => Ids.Media(n, seeded: false), state.Media.ContainsKey);
    internal string NextContainerId() => Free(state.Containers.Count + 1, Ids.Container, state.Containers.ContainsKey);
    internal string NextCommentId() => Free(state.Comments.Count + 1, n => Ids.Comment(n, seeded: false), state.Comments.ContainsKey);
    internal string NextMid() => Free(state.Messages.Count + 1, n => Ids.Mid(n, seeded: false), state.Messages.ContainsKey);

    internal Accounts.SandboxAccount NewAccount(string username, string name)
    {
        var n = Enumerable.Range(state.Accounts.Count + 1, int.MaxValue - state.Accounts.Count - 1).First(i => !state.Accounts.ContainsKey(Ids.Account(i, seeded: false)));
        return WorldBuilder.AccountOf(n, seeded: false, username, name);
    }

    private static string Free(long from, Func<long, string> id, Func<string, bool> taken)
    {
        while (taken(id(from))) from++;
        return id(from);
    }
}
