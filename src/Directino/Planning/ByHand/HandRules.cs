namespace Directino.Planning.ByHand;

/// <summary>Names of the rules of a post that is posted by hand. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class HandRules
{
    /// <summary>It is not a post whose author was told to post it.</summary>
    public const string NotAwaited = "hand-not-awaited";

    /// <summary>What was pasted is not the address of a post at instagram.com.</summary>
    public const string LinkElsewhere = "link-elsewhere";

    /// <summary>A day after its author was told, nobody had said that it was posted.</summary>
    public const string NotConfirmed = "hand-not-confirmed";
}
