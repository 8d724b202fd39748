using System.Text;
using Directino.Instagram.Webhooks;

namespace Directino.Instagram.Tests.Webhooks;

public sealed class Splitting
{
    private const string Account = "17841400000000001";
    private const string Person = "1234500000000001";

    public static TheoryData<string, WebhookKind, string, string> Items => new()
    {
        { """{"mid":"m1","text":"Hi"}""", WebhookKind.Message, $"message:{Account}:m1", "message" },
        { """{"text":"Hi","attachments":[{"payload":{"mid":"no","url":"u"}}],"reply_to":{"mid":"no"},"mid":"m1"}""", WebhookKind.Message, $"message:{Account}:m1", "message" },
        { """{"mid":"m1","is_deleted":true}""", WebhookKind.Deleted, $"deleted:{Account}:m1", "message" },
        { """{"mid":"m1","text":"x","num_edit":"2"}""", WebhookKind.Edit, $"edit:{Account}:m1:2", "message_edit" },
        { """{"mid":"m1","num_edit":2}""", WebhookKind.Edit, $"edit:{Account}:m1:2", "message_edit" },
        { """{"mid":"m1","action":"react","emoji":"\u2764"}""", WebhookKind.Reaction, $"reaction:{Account}:m1:{Person}:react:1772649999876", "reaction" },
        { """{"mid":"m1","title":"t","payload":"HOURS"}""", WebhookKind.Postback, $"postback:{Account}:m1", "postback" },
        { """{"title":"t","payload":"HOURS"}""", WebhookKind.Postback, $"postback:{Account}:{Person}:HOURS:1772649999876", "postback" },
        { """{"ref":"qr-table-7"}""", WebhookKind.Referral, $"referral:{Account}:{Person}:1772649999876", "referral" },
        { """{"mid":"m1"}""", WebhookKind.Seen, $"seen:{Account}:m1:{Person}", "read" },
        { """{"new_owner_app_id":"1"}""", WebhookKind.Handover, $"handover:{Account}:{Person}:1772649999876:pass_thread_control", "pass_thread_control" },
    };

    [Theory]
    [MemberData(nameof(Items))]
    public void A_messaging_item_is_known_by_the_member_it_has(string inner, WebhookKind kind, string key, string member)
    {
        var item = $$$"""{"sender":{"id":"{{{Person}}}"},"recipient":{"id":"{{{Account}}}"},"timestamp":1772649999876,"{{{member}}}":{{{inner}}}}""";

        var only = Only($$$"""{"object":"instagram","entry":[{"time":1772650000123,"messaging":[{{{item}}}],"id":"{{{Account}}}"}]}""");

        only.Kind.ShouldBe(kind);
        only.Key.ShouldBe(key);
        only.AccountId.ShouldBe(Account);
        only.Conversation.ShouldBe(Person);
        only.Time.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1772649999876));
        Encoding.UTF8.GetString(only.Payload.Span).ShouldBe(item);
    }

    [Fact]
    public void An_echo_belongs_to_the_conversation_with_the_other_person()
    {
        var echo = Only(Messaging($$$"""{"sender":{"id":"{{{Account}}}"},"recipient":{"id":"{{{Person}}}"},"timestamp":"1772650001200","message":{"mid":"m2","is_echo":true}}"""));
        echo.Kind.ShouldBe(WebhookKind.Echo);
        echo.Conversation.ShouldBe(Person);

        var throughPage = Only(Messaging($$$"""{"sender":{"id":"104001112223334"},"recipient":{"id":"{{{Person}}}"},"message":{"mid":"m2","is_echo":true}}"""));
        throughPage.Conversation.ShouldBe(Person);
    }

    [Fact]
    public void A_copy_from_standby_is_not_a_message()
    {
        var copy = Only($$$"""{"entry":[{"id":"{{{Account}}}","standby":[{"sender":{"id":"{{{Person}}}"},"message":{"mid":"m1"}}]}]}""");
        copy.Kind.ShouldBe(WebhookKind.Standby);
        copy.Key.ShouldNotBe($"message:{Account}:m1");
        copy.Conversation.ShouldBe(Person);
    }

    public static TheoryData<string> CommentShapes =>
    [
        """{"object":"instagram","entry":[{"id":"17841400000000001","time":1772650000,"changes":[{"field":"comments","value":{"id":"17900000000000012","parent_id":"17900000000000011","from":{"id":"1234500000000001","username":"ana.example"},"text":"Is it?","media":{"id":"18000000000000001","media_product_type":"FEED"}}}]}]}""",
        """{"entry":[{"changes":[{"value":{"media":{"id":18000000000000001,"media_product_type":"FEED"},"text":"Is it?","from":{"username":"ana.example","id":1234500000000001},"parent_id":17900000000000011,"comment_id":17900000000000012},"field":"comments"}],"time":"1772650000","id":17841400000000001}],"object":"instagram"}""",
        """[{"object":"instagram","entry":[{"id":"17841400000000001","time":1772650000000,"field":"comments","value":{"id":"17900000000000012","parent_id":"17900000000000011","from":{"id":"1234500000000001","username":"ana.example"},"text":"Is it?","media":{"id":"18000000000000001","media_product_type":"FEED"}}}]}]""",
        """{"object":"instagram","entry":{"value":{"id":"17900000000000012","parent_id":"17900000000000011","from":{"id":"1234500000000001","username":"ana.example"},"text":"Is it?","media":{"id":"18000000000000001","media_product_type":"FEED"}},"field":"comments","id":"17841400000000001","time":1772650000,"new":{"deep":[[{}]]}}}""",
    ];

    [Theory]
    [MemberData(nameof(CommentShapes))]
    public void A_comment_is_the_same_in_every_shape(string body)
    {
        var only = Only(body);

        only.Kind.ShouldBe(WebhookKind.Comment);
        only.Key.ShouldBe($"comment:{Account}:17900000000000012");
        only.AccountId.ShouldBe(Account);
        only.Conversation.ShouldBe("17900000000000011");
        only.Time.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1772650000));
        WebhookComment.Read(only.Payload).ShouldBe(new WebhookComment
        {
            Field = "comments", Id = "17900000000000012", ParentId = "17900000000000011", FromId = Person, FromUsername = "ana.example",
            Text = "Is it?", MediaId = "18000000000000001", MediaProductType = "FEED",
        });
    }

    [Fact]
    public void A_top_level_comment_and_its_replies_are_one_conversation()
    {
        var top = Only(Change("comments", """{"id":"11","text":"a"}"""));
        var reply = Only(Change("comments", """{"id":"12","parent_id":"11"}"""));
        reply.Conversation.ShouldBe(top.Conversation);
    }

    [Theory]
    [InlineData("live_comments", """{"id":"21"}""", WebhookKind.LiveComment, "comment:17841400000000001:21")]
    [InlineData("mentions", """{"media_id":"91"}""", WebhookKind.Mention, "mention:17841400000000001:91:")]
    [InlineData("mentions", """{"media_id":"91","comment_id":"31"}""", WebhookKind.Mention, "mention:17841400000000001:91:31")]
    [InlineData("story_insights", """{"media_id":"2","reach":44,"replies":-1}""", WebhookKind.StoryInsights, "story:17841400000000001:2")]
    [InlineData("messages", """{"sender":{"id":"12334"},"recipient":{"id":"23245"},"timestamp":"1527459824","message":{"mid":"random_mid","text":"t"}}""", WebhookKind.Message, "message:17841400000000001:random_mid")]
    public void A_change_is_known_by_its_field(string field, string value, WebhookKind kind, string key)
    {
        var only = Only(Change(field, value));
        only.Kind.ShouldBe(kind);
        only.Key.ShouldBe(key);
    }

    [Theory]
    [InlineData("""{"object":"instagram","entry":[{"id":"1","time":1,"changes":[{"field":"invented","value":{"a":1}}]}]}""")]
    [InlineData("""{"object":"instagram","entry":[{"id":"1","time":1,"changed_fields":["comments"]}]}""")]
    [InlineData("""{"object":"instagram","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"optin":{"type":"x"}}]}]}""")]
    [InlineData("""{"object":"instagram","entry":[{"id":"1","messaging":[null]}]}""")]
    [InlineData("""{"object":"instagram","entry":[7]}""")]
    [InlineData("""{"object":"instagram"}""")]
    [InlineData("""{"object":"instagram","entry":[]}""")]
    [InlineData("[]")]
    [InlineData("[[]]")]
    [InlineData("7")]
    [InlineData("""{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"message":{"mid":"m"}}]}]}""")]
    [InlineData("""{"entry":[{"id":"1","changes":[{"field":"comments","value":"text"}]}],"object":"page"}""")]
    public void What_is_not_understood_is_kept_as_unknown(string body)
    {
        var only = Only(body);
        only.Kind.ShouldBe(WebhookKind.Unknown);
        only.Payload.Length.ShouldBeGreaterThan(0);
        only.Key.Length.ShouldBeInRange(1, 256);
        Only(body).Key.ShouldBe(only.Key);
    }

    [Fact]
    public void A_comment_without_an_id_is_known_by_its_bytes()
    {
        var first = Only(Change("comments", """{"text":"a"}"""));
        first.Kind.ShouldBe(WebhookKind.Comment);
        first.Key.ShouldNotBe(Only(Change("comments", """{"text":"b"}""")).Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{\"a\":\"\u0000\"}")]
    [InlineData("<html>")]
    [InlineData("{\"\\ud83d\":1,\"entry\":[]}")]
    public void What_is_no_JSON_is_kept_whole(string body)
    {
        var batch = WebhookBody.Split(Encoding.UTF8.GetBytes(body));
        if (!batch.Malformed) body.ShouldStartWith("{\"\\ud83d");
        if (body.Length > 0) Encoding.UTF8.GetString(batch.Events.ShouldHaveSingleItem().Payload.Span).ShouldBe(body);
    }

    [Fact]
    public void Nesting_without_end_is_malformed_and_not_a_crash()
    {
        var deep = Encoding.UTF8.GetBytes(new string('[', 100_000));
        WebhookBody.Split(deep).Malformed.ShouldBeTrue();
    }

    [Fact]
    public void Half_a_batch_does_not_pass_for_a_whole_one()
    {
        var whole = Messaging($$$"""{"sender":{"id":"{{{Person}}}"},"message":{"mid":"m1"}}""");
        var cut = Encoding.UTF8.GetBytes(whole)[..^3];
        var batch = WebhookBody.Split(cut);
        batch.Malformed.ShouldBeTrue();
        batch.Events.ShouldHaveSingleItem().Payload.Length.ShouldBe(cut.Length);
    }

    [Fact]
    public void Keys_hold_no_control_characters_and_are_never_long()
    {
        Only(Messaging($$$"""{"sender":{"id":"{{{Person}}}"},"message":{"mid":"a\u0000b"}}""")).Key.ShouldBe($"message:{Account}:a\uFFFDb");
        var longMid = new string('m', 5000);
        Only(Messaging($$$"""{"sender":{"id":"{{{Person}}}"},"message":{"mid":"{{{longMid}}}"}}""")).Key.Length.ShouldBeLessThan(64);
        Only(Messaging("""{"sender":{"id":"\ud83d"},"message":{"mid":"\udc4b"}}""")).Conversation.ShouldBe("\uFFFD");
    }

    [Fact]
    public void An_edit_without_people_still_has_a_key_and_a_place()
    {
        var edit = Only(Messaging("""{"timestamp":1772650120000,"message_edit":{"mid":"m1","num_edit":0}}"""));
        edit.Kind.ShouldBe(WebhookKind.Edit);
        edit.Conversation.ShouldBe(Account);
        WebhookMessage.Read(edit.Payload)!.Text.ShouldBeNull();
    }

    private static WebhookEvent Only(string body)
    {
        var batch = WebhookBody.Split(Encoding.UTF8.GetBytes(body));
        batch.Malformed.ShouldBeFalse();
        return batch.Events.ShouldHaveSingleItem();
    }

    private static string Messaging(string item) =>
        $$$"""{"object":"instagram","entry":[{"id":"{{{Account}}}","time":1772650000123,"messaging":[{{{item}}}]}]}""";

    private static string Change(string field, string value) =>
        $$$"""{"object":"instagram","entry":[{"id":"{{{Account}}}","time":1772650000,"changes":[{"field":"{{{field}}}","value":{{{value}}}}]}]}""";
}
