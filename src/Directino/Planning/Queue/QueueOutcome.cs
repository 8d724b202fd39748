namespace Directino.Planning.Queue;

/// <summary>What became of something asked of a queue.</summary>
public abstract record QueueOutcome
{
    private QueueOutcome() { }

    /// <param name="Moves">What stands elsewhere now.</param>
    public sealed record Done(IReadOnlyList<QueueMove> Moves) : QueueOutcome;

    /// <summary>A rule of <see cref="QueueRules"/> or <see cref="PostRules"/>.</summary>
    public sealed record Refused(string Rule) : QueueOutcome;
}

/// <summary>A post from one slot to another.</summary>
public sealed record QueueMove(PostId Post, DateTimeOffset From, DateTimeOffset To);

/// <summary>Names of the rules of queues. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class QueueRules
{
    /// <summary>There are not two to change places.</summary>
    public const string TooFew = "queue-too-few";
}
