using Directino.Instagram.Wire;

namespace Directino.Instagram.Comments;

internal sealed record CommentWire
{
    public required string Id { get; init; }

    public string? Text { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public PersonWire? From { get; init; }

    public string? Username { get; init; }

    public string? ParentId { get; init; }

    public NodeWire? Media { get; init; }

    public long? LikeCount { get; init; }

    public bool? Hidden { get; init; }

    public Listed<CommentWire>? Replies { get; init; }

    public InstagramComment ToComment(string? mediaId = null) => new()
    {
        Id = Id, Text = Text, Timestamp = Timestamp, FromId = From?.Id, Username = From?.Username ?? Username, ParentId = ParentId,
        MediaId = Media?.Id ?? mediaId, LikeCount = LikeCount, Hidden = Hidden,
        Replies = Replies is { Data.Count: > 0 }
            ? [.. Replies.Items.Select(reply => reply.ToComment(mediaId) with { ParentId = reply.ParentId ?? Id })]
            : [],
    };
}

internal sealed record PersonWire
{
    public string? Id { get; init; }

    public string? Username { get; init; }
}

internal sealed record NodeWire
{
    public string? Id { get; init; }
}
