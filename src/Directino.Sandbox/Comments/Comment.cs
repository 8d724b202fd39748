namespace Directino.Sandbox.Comments;

public sealed record Comment
{
    public required string Id { get; init; }
    public required string MediaId { get; init; }
    public required string AccountId { get; init; }

    /// <summary>The top-level comment this one answers, if any.</summary>
    public string? ParentId { get; init; }

    /// <summary>The person who wrote it; null when the account itself did.</summary>
    public string? PersonId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset Timestamp { get; init; }
    public int Likes { get; init; }
    public bool Hidden { get; init; }
    public bool Deleted { get; init; }

    /// <summary>The one private reply this comment allows, once it is used.</summary>
    public string? PrivateReplyMid { get; init; }
}
