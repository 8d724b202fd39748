using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Webhooks;

namespace Directino.Tests.Sandbox;

public sealed class WebhookTests
{
    [Fact]
    public async Task The_documented_test_vector_comes_out()
    {
        await Task.CompletedTask;
        const string body = """{"object":"instagram","entry":[{"time":1772650000123,"id":"17841400000000001","messaging":[{"sender":{"id":"1234500000000001"},"recipient":{"id":"17841400000000001"},"timestamp":1772649999876,"message":{"mid":"aWdfZAG1fMQ","text":"Gr\u00fc\u00dfe \ud83d\udc4b"}}]}]}""";
        WebhookBody.Signature(Encoding.ASCII.GetBytes(body), "0123456789abcdef0123456789abcdef")
            .ShouldBe("sha256=e3e9f763b8039711936761c9183c85146cf888690ba109979191f93cd63be0ce");
    }

    [Fact]
    public async Task A_callback_that_does_not_echo_the_challenge_is_not_saved()
    {
        await using var sandbox = await SandboxHost.Start();
        sandbox.Internet.EchoesChallenge = false;
        (await sandbox.PostJson("/sandbox/webhooks/callback", null, $$"""{"url":"{{FakeInternet.Callback}}"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        sandbox.World.Read(s => s.Callback).ShouldBeNull();
    }

    [Fact]
    public async Task A_comment_arrives_promptly_signed_and_escaped_to_ASCII()
    {
        await using var sandbox = await Subscribed();
        var comment = sandbox.Control.Comment("ana.example", sandbox.Post, "Grüße 👋");
        var delivery = await sandbox.Internet.Next();
        delivery.Bytes.ShouldAllBe(b => b < 0x80);
        delivery.Text.ShouldContain("Gr\\u00fc\\u00dfe \\ud83d\\udc4b");
        delivery.Signature.ShouldBe(Sign(delivery.Bytes, "sandbox-instagram-app-secret"));
        var entry = delivery.Json["entry"]![0]!;
        entry["id"]!.ToString().ShouldBe(sandbox.Lena);
        ((long)entry["time"]!).ShouldBe(sandbox.Clock.GetUtcNow().ToUnixTimeSeconds());
        var value = entry["changes"]![0]!["value"]!;
        entry["changes"]![0]!["field"]!.ToString().ShouldBe("comments");
        value["id"]!.ToString().ShouldBe(comment.Id);
        value["from"]!["id"]!.ToString().ShouldBe(sandbox.Ana);
        value["media"]!["media_product_type"]!.ToString().ShouldBe("FEED");
    }

    [Fact]
    public async Task A_message_arrives_with_times_in_milliseconds_and_a_send_comes_back_as_an_echo()
    {
        await using var sandbox = await Subscribed();
        sandbox.Control.Message("ana.example", "lena.bakes", "hi");
        var inbound = (await sandbox.Internet.Next()).Json["entry"]![0]!;
        ((long)inbound["time"]!).ShouldBe(sandbox.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        inbound["messaging"]![0]!["sender"]!["id"]!.ToString().ShouldBe(sandbox.Ana);
        var sent = await sandbox.PostJson("/v25.0/me/messages", sandbox.Token(), $$$"""{"recipient":{"id":"{{{sandbox.Ana}}}"},"message":{"text":"hello"}}""");
        var echo = (await sandbox.Internet.Next()).Json["entry"]![0]!["messaging"]![0]!;
        ((bool)echo["message"]!["is_echo"]!).ShouldBeTrue();
        echo["message"]!["mid"]!.ToString().ShouldBe(sent.Text("message_id"));
        echo["recipient"]!["id"]!.ToString().ShouldBe(sandbox.Ana);
    }

    [Fact]
    public async Task Own_replies_notify_too_and_say_whose_they_are()
    {
        await using var sandbox = await Subscribed();
        var comment = sandbox.Control.Comment("ana.example", sandbox.Post, "PRICE").Id;
        await sandbox.Internet.Next();
        await sandbox.PostForm($"/v25.0/{comment}/replies", sandbox.Token(), ("message", "12 euro"));
        var value = (await sandbox.Internet.Next()).Json["entry"]![0]!["changes"]![0]!["value"]!;
        value["from"]!["id"]!.ToString().ShouldBe(sandbox.Lena);
        value["from"]!["self_ig_scoped_id"].ShouldNotBeNull();
        value["parent_id"]!.ToString().ShouldBe(comment);
    }

    [Fact]
    public async Task Nothing_arrives_without_subscription_or_permission_and_a_second_list_replaces_the_first()
    {
        await using var sandbox = await Subscribed();
        sandbox.Token("otto.prints");
        sandbox.Control.Message("ana.example", "otto.prints", "hi");
        (await sandbox.PostForm("/v25.0/me/subscribed_apps", sandbox.Token(), ("subscribed_fields", "messages"))).ShouldSucceed();
        sandbox.Control.Comment("ana.example", sandbox.Post, "unheard");
        sandbox.Token(scopes: ["instagram_business_basic", "instagram_business_manage_comments"]);
        sandbox.Control.Message("ana.example", "lena.bakes", "unheard");
        sandbox.World.Read(s => s.Outbox.Count).ShouldBe(0);
        (await sandbox.Get("/v25.0/me/subscribed_apps", sandbox.Token())).Json["data"]![0]!["subscribed_fields"]!.AsArray().Select(f => f!.ToString()).ShouldBe(["messages"]);
        (await sandbox.PostForm("/v25.0/me/subscribed_apps", sandbox.Token(), ("subscribed_fields", "share_to_story"))).ShouldFail(100);
    }

    [Fact]
    public async Task Held_updates_wait_and_are_delivered_by_hand()
    {
        await using var sandbox = await Subscribed();
        await sandbox.PostForm("/sandbox/webhooks/hold", null);
        sandbox.Control.Comment("ana.example", sandbox.Post, "one");
        sandbox.Control.Comment("leo.example", sandbox.Post, "two");
        sandbox.Internet.Deliveries.ShouldBeEmpty();
        var report = (await sandbox.PostForm("/sandbox/webhooks/deliver", null)).ShouldSucceed();
        report.Text("delivered").ShouldBe("2");
        sandbox.Internet.Deliveries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Updates_can_be_batched_repeated_and_reordered()
    {
        await using var sandbox = await Subscribed();
        await sandbox.PostJson("/sandbox/webhooks/switches", null, """{"held":true,"batch":10,"duplicate":3,"reorder":true}""");
        sandbox.Control.Comment("ana.example", sandbox.Post, "one");
        sandbox.Control.Comment("ana.example", sandbox.Post, "two");
        sandbox.Control.Message("ana.example", "lena.bakes", "three");
        await sandbox.PostForm("/sandbox/webhooks/deliver", null);
        sandbox.Internet.Deliveries.Count.ShouldBe(3);
        sandbox.Internet.Deliveries.Select(d => d.Text).Distinct().Count().ShouldBe(1);
        var entries = sandbox.Internet.Deliveries.First().Json["entry"]!.AsArray();
        entries[0]!["messaging"].ShouldNotBeNull();
        entries[1]!["changes"]!.AsArray().Select(c => c!["value"]!["text"]!.ToString()).ShouldBe(["two", "one"]);
    }

    [Fact]
    public async Task Comments_come_flat_with_another_id_member_numeric_and_in_an_array_when_told_so()
    {
        await using var sandbox = await Subscribed();
        await sandbox.PostJson("/sandbox/webhooks/switches", null, """{"flatComments":true,"commentId":true,"numericIds":true,"rootArray":true,"omitText":true}""");
        var comment = sandbox.Control.Comment("ana.example", sandbox.Post, "one");
        var entry = (await sandbox.Internet.Next()).Json[0]!["entry"]![0]!;
        entry["field"]!.ToString().ShouldBe("comments");
        entry["value"]!["comment_id"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
        entry["value"]!["comment_id"]!.ToString().ShouldBe(comment.Id);
        entry["value"]!["text"].ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"badSignature":true}""", null)]
    [InlineData("""{"wrongSecret":true}""", "sandbox-meta-app-secret")]
    public async Task Signatures_can_be_wrong(string switches, string? secret)
    {
        await using var sandbox = await Subscribed();
        await sandbox.PostJson("/sandbox/webhooks/switches", null, switches);
        sandbox.Control.Comment("ana.example", sandbox.Post, "one");
        var delivery = await sandbox.Internet.Next();
        delivery.Signature.ShouldBe(secret is null ? "sha256=" + new string('0', 64) : Sign(delivery.Bytes, secret));
    }

    [Fact]
    public async Task A_refused_comment_is_tried_again_when_its_time_has_come()
    {
        await using var sandbox = await Subscribed();
        sandbox.Internet.CallbackAnswer = HttpStatusCode.InternalServerError;
        sandbox.Control.Comment("ana.example", sandbox.Post, "one");
        var first = await sandbox.Internet.Next();
        sandbox.Internet.CallbackAnswer = HttpStatusCode.OK;
        await Journalled(sandbox, "webhook-delivered", () => sandbox.Clock.Advance(TimeSpan.FromSeconds(1)));
        (await sandbox.Internet.Next()).Json["entry"]![0]!["changes"]!.ToJsonString().ShouldBe(first.Json["entry"]![0]!["changes"]!.ToJsonString());
        sandbox.World.Read(s => s.Outbox.Count).ShouldBe(0);
    }

    [Fact]
    public async Task An_hour_of_refused_messages_unsubscribes_the_account()
    {
        await using var sandbox = await Subscribed();
        sandbox.Internet.CallbackAnswer = HttpStatusCode.InternalServerError;
        sandbox.Control.Message("ana.example", "lena.bakes", "hi");
        await Journalled(sandbox, "unsubscribed", () => sandbox.Clock.Advance(TimeSpan.FromMinutes(5)));
        sandbox.World.Read(s => s.Outbox.Count).ShouldBe(0);
        (await sandbox.Get("/v25.0/me/subscribed_apps", sandbox.Token())).Json["data"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_callback_of_the_settings_is_greeted_before_the_first_delivery()
    {
        await using var sandbox = await SandboxHost.Start(("WebhookUrl", FakeInternet.Callback));
        await sandbox.PostForm("/v25.0/me/subscribed_apps", sandbox.Token(), ("subscribed_fields", "comments"));
        sandbox.Control.Comment("ana.example", sandbox.Post, "one");
        await sandbox.Internet.Next();
        sandbox.Journal("callback-set").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_Page_subscription_is_signed_by_the_Meta_app()
    {
        await using var sandbox = await SandboxHost.Start();
        await sandbox.PostJson("/sandbox/webhooks/callback", null, $$"""{"url":"{{FakeInternet.Callback}}"}""");
        var token = sandbox.Token(host: ApiHost.Facebook);
        (await sandbox.PostForm("/fb/v25.0/me/subscribed_apps", token, ("subscribed_fields", "comments"))).ShouldFail(100);
        (await sandbox.PostForm("/fb/v25.0/me/subscribed_apps", token, ("subscribed_fields", "feed"))).ShouldSucceed();
        sandbox.Control.Comment("ana.example", sandbox.Post, "one");
        var delivery = await sandbox.Internet.Next();
        delivery.Signature.ShouldBe(Sign(delivery.Bytes, "sandbox-meta-app-secret"));
    }

    private static async Task<SandboxHost> Subscribed()
    {
        var sandbox = await SandboxHost.Start();
        (await sandbox.PostJson("/sandbox/webhooks/callback", null, $$"""{"url":"{{FakeInternet.Callback}}"}""")).ShouldSucceed();
        (await sandbox.PostForm("/v25.0/me/subscribed_apps", sandbox.Token(), ("subscribed_fields", "comments,messages,message_reactions,messaging_postbacks"))).ShouldSucceed();
        return sandbox;
    }

    /// <summary>Turns the clock on until the sandbox has written a line of this kind.</summary>
    private static async Task Journalled(SandboxHost sandbox, string kind, Action turn)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sandbox.World.Changed += Look;
        Look();
        while (!written.Task.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            turn();
            await Task.Yield();
        }
        sandbox.World.Changed -= Look;

        void Look()
        {
            if (sandbox.Journal(kind).Count > 0) written.TrySetResult();
        }
    }

    private static string Sign(byte[] body, string secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), body));
}
