using Directino.Instagram.Comments;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Messages;

/// <summary>A message of a conversation, as listed.</summary>
/// <param name="Id">The message id (<c>mid</c>).</param>
/// <param name="CreatedTime">When it was sent, UTC.</param>
public sealed record MessageRef(string Id, DateTimeOffset? CreatedTime);

/// <summary>A conversation, as listed.</summary>
/// <param name="Id">The conversation id.</param>
/// <param name="UpdatedTime">When something last happened in it, UTC.</param>
public sealed record ConversationRef(string Id, DateTimeOffset? UpdatedTime);

/// <summary>Someone in a conversation.</summary>
/// <param name="Id">IGSID, or the account id.</param>
/// <param name="Username">Handle.</param>
public sealed record MessageParty(string Id, string? Username);

/// <summary>A message read back (messaging.md section 5). Only the newest 20 of a conversation can be.</summary>
/// <param name="Id">The message id (<c>mid</c>).</param>
/// <param name="From">Who sent it.</param>
/// <param name="To">Who got it.</param>
/// <param name="Text">Text; null for media alone.</param>
/// <param name="CreatedTime">When it was sent, UTC.</param>
public sealed record MessageDetail(string Id, MessageParty? From, IReadOnlyList<MessageParty> To, string? Text, DateTimeOffset? CreatedTime);

internal sealed record ConversationWire
{
    public required string Id { get; init; }

    public DateTimeOffset? UpdatedTime { get; init; }

    public Listed<MessageWire>? Messages { get; init; }
}

internal sealed record MessageWire
{
    public required string Id { get; init; }

    public DateTimeOffset? CreatedTime { get; init; }

    public PersonWire? From { get; init; }

    public Listed<PersonWire>? To { get; init; }

    public string? Message { get; init; }

    public MessageDetail ToDetail() => new(Id, Party(From), [.. (To?.Items ?? []).Select(Party).OfType<MessageParty>()], Message, CreatedTime);

    private static MessageParty? Party(PersonWire? person) => person?.Id is { } id ? new MessageParty(id, person.Username) : null;
}
