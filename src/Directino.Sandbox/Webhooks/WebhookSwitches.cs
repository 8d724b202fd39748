namespace Directino.Sandbox.Webhooks;

/// <summary>How deliveries misbehave. Everything off is a well-behaved Meta.</summary>
public sealed record WebhookSwitches
{
    /// <summary>Nothing leaves until released (or delivered by hand).</summary>
    public bool Held { get; init; }

    /// <summary>How many times each body is posted.</summary>
    public int Duplicate { get; init; } = 1;

    /// <summary>What waits together is delivered newest first.</summary>
    public bool Reorder { get; init; }

    /// <summary>How many updates one body may hold (1 to 1,000).</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Comments as <c>entry[].field/value</c> instead of <c>changes[]</c>.</summary>
    public bool FlatComments { get; init; }

    /// <summary>Comments carry <c>comment_id</c> instead of <c>id</c>.</summary>
    public bool CommentId { get; init; }

    /// <summary>An array around the whole body.</summary>
    public bool RootArray { get; init; }

    /// <summary>Ids as JSON numbers.</summary>
    public bool NumericIds { get; init; }

    /// <summary>Comments come without their text.</summary>
    public bool OmitText { get; init; }

    /// <summary>A signature that fits nothing.</summary>
    public bool BadSignature { get; init; }

    /// <summary>Signed with the other app's secret.</summary>
    public bool WrongSecret { get; init; }

    /// <summary>Members nobody has heard of, here and there.</summary>
    public bool UnknownMembers { get; init; }
}
