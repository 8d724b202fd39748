using System.Text;
using Directino.Instagram.Webhooks;

namespace Directino.Instagram.Tests.Webhooks;

public sealed class ReadingMessages
{
    [Fact]
    public void A_story_reply_names_the_story()
    {
        var message = Read("""{"sender":{"id":"1"},"recipient":{"id":2},"timestamp":1772650020000,"message":{"mid":"m","text":"love it","reply_to":{"story":{"id":"18","url":"https://x/1","link_sticker_url":"https://shop/"}}}}""");
        message.ReplyToStory.ShouldBe(new WebhookStory("18", "https://x/1", "https://shop/"));
        message.RecipientId.ShouldBe("2");
        message.Time.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1772650020000));
    }

    [Fact]
    public void Attachments_of_every_kind_are_read()
    {
        var message = Read("""{"message":{"mid":"m","attachments":[{"type":"share","payload":{"url":"u1"}},{"type":"ig_post","payload":{"ig_post_media_id":18,"title":"Spring","url":"u2"}},{"type":"ephemeral"},null,7]}}""");
        message.Attachments.ShouldBe([
            new WebhookAttachment("share", "u1", null, null),
            new WebhookAttachment("ig_post", "u2", "18", "Spring"),
            new WebhookAttachment("ephemeral", null, null, null),
        ]);
    }

    [Fact]
    public void A_postback_may_carry_where_the_person_came_from()
    {
        var message = Read("""{"postback":{"mid":"m","title":"Opening hours","payload":"HOURS","referral":{"ref":"qr","source":"SHORTLINK","type":"OPEN_THREAD"}}}""");
        message.Postback.ShouldBe(new WebhookPostback("Opening hours", "HOURS"));
        message.Referral.ShouldBe(new WebhookReferral("qr", "SHORTLINK", "OPEN_THREAD", null, null));
        message.MessageId.ShouldBe("m");
    }

    [Fact]
    public void A_reaction_that_is_taken_off_has_no_sign() =>
        Read("""{"reaction":{"mid":"m","action":"unreact"}}""").Reaction.ShouldBe(new WebhookReaction(false, null, null));

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_sign() =>
        Read("""{"message":{"mid":"m","text":"a\ud83d\n"}}""").Text.ShouldBe("a\uFFFD\n");

    [Fact]
    public void Own_comments_are_recognised_in_both_ways()
    {
        WebhookComment.Read("""{"field":"comments","value":{"id":"1","from":{"id":"5","self_ig_scoped_id":"9"}}}"""u8.ToArray())!.IsOwn("1784").ShouldBeTrue();
        WebhookComment.Read("""{"field":"comments","value":{"id":"1","from":{"id":"1784"}}}"""u8.ToArray())!.IsOwn("1784").ShouldBeTrue();
        WebhookComment.Read("""{"field":"comments","value":{"id":"1","from":{"id":"5"}}}"""u8.ToArray())!.IsOwn("1784").ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_object_reads_as_nothing(string payload)
    {
        WebhookMessage.Read(Encoding.UTF8.GetBytes(payload)).ShouldBeNull();
        WebhookComment.Read(Encoding.UTF8.GetBytes(payload)).ShouldBeNull();
    }

    private static WebhookMessage Read(string payload) => WebhookMessage.Read(Encoding.UTF8.GetBytes(payload)).ShouldNotBeNull();
}
