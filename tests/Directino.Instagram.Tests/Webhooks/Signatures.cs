using System.Text;
using Directino.Instagram.Webhooks;

namespace Directino.Instagram.Tests.Webhooks;

public sealed class Signatures
{
    private const string Escaped =
        """{"object":"instagram","entry":[{"time":1772650000123,"id":"17841400000000001","messaging":[{"sender":{"id":"1234500000000001"},"recipient":{"id":"17841400000000001"},"timestamp":1772649999876,"message":{"mid":"aWdfZAG1fMQ","text":"Gr\u00fc\u00dfe \ud83d\udc4b"}}]}]}""";

    private const string Signature = "sha256=e3e9f763b8039711936761c9183c85146cf888690ba109979191f93cd63be0ce";
    private static readonly byte[] Secret = "0123456789abcdef0123456789abcdef"u8.ToArray();
    private static readonly byte[] Other = "another secret"u8.ToArray();

    [Fact]
    public void The_bytes_as_received_match_their_signature()
    {
        var body = Encoding.UTF8.GetBytes(Escaped);
        body.Length.ShouldBe(266);
        WebhookSignature.Matches(body, Signature, [Secret]).ShouldBeTrue();
    }

    [Fact]
    public void Any_of_several_secrets_may_have_signed() =>
        WebhookSignature.Matches(Encoding.UTF8.GetBytes(Escaped), Signature, [[], Other, Secret]).ShouldBeTrue();

    [Fact]
    public void The_same_text_written_in_other_bytes_is_refused()
    {
        var unescaped = Encoding.UTF8.GetBytes(Escaped.Replace(@"Gr\u00fc\u00dfe \ud83d\udc4b", "Grüße 👋", StringComparison.Ordinal));
        WebhookSignature.Matches(unescaped, Signature, [Secret]).ShouldBeFalse();
        WebhookSignature.Matches(unescaped, "sha256=aa0b091fff551ebbf8e128990cf00076eb7585a2fed181e385400b6ea3ae7a8c", [Secret]).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha1=e3e9f763b8039711936761c9183c85146cf888690ba109979191f93cd63be0ce")]
    [InlineData("sha256=zze9f763b8039711936761c9183c85146cf888690ba109979191f93cd63be0ce")]
    [InlineData("sha256=e3e9f763b8039711936761c9183c85146cf888690ba109979191f93cd63be0cf")]
    [InlineData("sha256=e3e9f763b8039711936761c9183c85146cf888690ba109979191f93cd63be0ce0")]
    public void Anything_else_is_refused(string? header) =>
        WebhookSignature.Matches(Encoding.UTF8.GetBytes(Escaped), header, [Secret]).ShouldBeFalse();

    [Fact]
    public void Without_a_secret_nothing_matches()
    {
        WebhookSignature.Matches("{}"u8, Signature, []).ShouldBeFalse();

        // An empty secret would let anybody sign.
        WebhookSignature.Matches(""u8, "sha256=b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad", [[]]).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void A_body_that_arrives_in_pieces_matches_as_a_whole_one_does(int piece)
    {
        Running(piece, Escaped, Secret).Matches(Signature).ShouldBeTrue();
        Running(piece, Escaped, [], Other, Secret).Matches(Signature).ShouldBeTrue();
        Running(piece, Escaped + " ", Secret).Matches(Signature).ShouldBeFalse();
        Running(piece, Escaped, Secret).Matches(null).ShouldBeFalse();
        Running(piece, Escaped, Secret).Matches(Signature[..^1]).ShouldBeFalse();
        Running(piece, Escaped, []).Matches(Signature).ShouldBeFalse();
    }

    private static RunningSignature Running(int piece, string body, params IReadOnlyList<byte[]> secrets)
    {
        var running = new RunningSignature(secrets);
        foreach (var bytes in Encoding.UTF8.GetBytes(body).Chunk(piece))
            running.Append(bytes);
        return running;
    }

    [Fact]
    public void The_handshake_answers_only_who_knows_the_token()
    {
        WebhookHandshake.Answer("subscribe", "my-token", "1158201444", "my-token").ShouldBe("1158201444");
        WebhookHandshake.Answer("subscribe", "my-tokem", "1158201444", "my-token").ShouldBeNull();
        WebhookHandshake.Answer("unsubscribe", "my-token", "1158201444", "my-token").ShouldBeNull();
        WebhookHandshake.Answer("subscribe", "", "1158201444", "").ShouldBeNull();
        WebhookHandshake.Answer("subscribe", null, "1158201444", "my-token").ShouldBeNull();
        WebhookHandshake.Answer("subscribe", "my-token", null, "my-token").ShouldBeNull();
    }
}
