using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Directino.Instagram.Errors;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Messages;

/// <summary>
/// Private replies, direct messages, conversations (messaging.md, comments.md section 5). Sends have no idempotency key: after an
/// <see cref="OutcomeUnknownException"/> look for the echo or read the conversation before sending again.
/// </summary>
public sealed class MessagesClient
{
    /// <summary>Longest text of one message, in UTF-8 bytes.</summary>
    public const int LongestText = 1000;

    private readonly GraphTransport _graph;

    internal MessagesClient(GraphTransport graph) => _graph = graph;

    /// <summary>The one private message a comment allows, within 7 days (comments.md section 5). 750 an hour per account.</summary>
    /// <param name="access">The owner of the media; on Facebook Login a Page token with its Page id.</param>
    /// <param name="commentId">The comment.</param>
    /// <param name="text">At most <see cref="LongestText"/> bytes.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="PrivateReplyUsedException">Used, too old, deleted or own comment.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost: look before repeating.</exception>
    public Task<SentMessage> PrivateReply(InstagramAccess access, string commentId, string text, CancellationToken cancellation = default) =>
        Send(access, new MessageRequest { Recipient = new RecipientWire { CommentId = commentId }, Message = new MessageTextWire(text) }, cancellation);

    /// <summary>A text to a person who has written within 24 hours, or within 7 days when a human answers (messaging.md sections 2 and 3).</summary>
    /// <param name="access">The account.</param>
    /// <param name="igsid">The person.</param>
    /// <param name="text">At most <see cref="LongestText"/> bytes.</param>
    /// <param name="humanAgent">Send with the <c>HUMAN_AGENT</c> tag: only for texts written by a person, needs that feature.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="OutsideWindowException">The window is closed.</exception>
    /// <exception cref="PersonUnavailableException">Unknown id, blocked, gone.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost: look before repeating.</exception>
    public Task<SentMessage> SendText(
        InstagramAccess access, string igsid, string text, bool humanAgent = false, CancellationToken cancellation = default) =>
        Send(
            access,
            new MessageRequest
            {
                Recipient = new RecipientWire { Id = igsid },
                MessagingType = humanAgent ? "MESSAGE_TAG" : "RESPONSE",
                Tag = humanAgent ? "HUMAN_AGENT" : null,
                Message = new MessageTextWire(text),
            },
            cancellation);

    /// <summary>The account's conversations. Requests that lay idle for 30 days are not among them.</summary>
    /// <param name="access">The account.</param>
    /// <param name="after">Cursor of the page before.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<Page<ConversationRef>> Conversations(InstagramAccess access, string? after = null, CancellationToken cancellation = default)
    {
        var query = Query.Of("platform", "instagram").And("after", after);
        var answer = await _graph.Get(access, $"{Owner(access, "me")}/conversations", query, InstagramJson.Default.ListedConversationWire, cancellation);
        return new Page<ConversationRef>([.. answer.Items.Select(row => new ConversationRef(row.Id, row.UpdatedTime))], answer.After);
    }

    /// <summary>The conversation with a person; null when there is none. Two calls a second per account for all conversation reads.</summary>
    public async Task<string?> Conversation(InstagramAccess access, string igsid, CancellationToken cancellation = default)
    {
        var query = Query.Of("platform", "instagram").And("user_id", igsid);
        var answer = await _graph.Get(access, $"{Owner(access, "me")}/conversations", query, InstagramJson.Default.ListedConversationWire, cancellation);
        return answer.Items is [var first, ..] ? first.Id : null;
    }

    /// <summary>Ids of the messages of a conversation, newest first (first page). Details exist for the newest 20 only.</summary>
    public async Task<IReadOnlyList<MessageRef>> Messages(InstagramAccess access, string conversationId, CancellationToken cancellation = default)
    {
        var answer = await _graph.Get(
            access, Uri.EscapeDataString(conversationId), Query.Of("fields", "messages"), InstagramJson.Default.ConversationWire, cancellation);
        return [.. (answer.Messages?.Items ?? []).Select(row => new MessageRef(row.Id, row.CreatedTime))];
    }

    /// <summary>One message.</summary>
    /// <exception cref="ObjectGoneException">Deleted, or older than the newest 20.</exception>
    public async Task<MessageDetail> Message(InstagramAccess access, string messageId, CancellationToken cancellation = default)
    {
        var query = Query.Of("fields", "id,created_time,from,to,message");
        return (await _graph.Get(access, Uri.EscapeDataString(messageId), query, InstagramJson.Default.MessageWire, cancellation)).ToDetail();
    }

    /// <summary>Profile of a person who wrote to the account.</summary>
    /// <exception cref="PersonUnavailableException">No consent (only commented), or the person blocked the account.</exception>
    public Task<PersonProfile> Profile(InstagramAccess access, string igsid, CancellationToken cancellation = default)
    {
        var query = Query.Of("fields", "name,username,profile_pic,follower_count,is_user_follow_business,is_business_follow_user,is_verified_user");
        return _graph.Get(access, Uri.EscapeDataString(igsid), query, InstagramJson.Default.PersonProfile, cancellation);
    }

    private Task<SentMessage> Send(InstagramAccess access, MessageRequest request, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetByteCount(request.Message.Text);
        if (bytes is 0 or > LongestText)
        {
            throw new InvalidRequestException($"A message holds 1 to {LongestText} bytes of UTF-8, this one {bytes}. Nothing was sent.");
        }

        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, InstagramJson.Default.MessageRequest));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return _graph.Post(access, $"{Owner(access, access.AccountId)}/messages", body, InstagramJson.Default.SentMessage, cancellation);
    }

    // Messages of Facebook Login belong to the Page; a Page token is its own "me".
    private static string Owner(InstagramAccess access, string instagram) =>
        access.Login == InstagramLogin.Instagram ? Uri.EscapeDataString(instagram)
        : access.PageId is { Length: > 0 } page ? Uri.EscapeDataString(page) : "me";
}
