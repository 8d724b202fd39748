using System.Net;

namespace Directino.Tests.Sandbox;

public sealed class MessageTests
{
    [Fact]
    public async Task One_comment_allows_one_private_reply()
    {
        await using var sandbox = await SandboxHost.Start();
        var comment = sandbox.Control.Comment("ana.example", sandbox.Post, "PRICE").Id;
        var sent = (await PrivateReply(sandbox, comment)).ShouldSucceed();
        sent.Text("recipient_id").ShouldBe(sandbox.Ana);
        (await PrivateReply(sandbox, comment)).ShouldFail(100, 2534025);
        var entry = sandbox.Journal("message-sent").Single();
        entry.Effect.Subjects["comment"].ShouldBe(comment);
        entry.Effect.Subjects["message"].ShouldBe(sent.Text("message_id"));
    }

    [Fact]
    public async Task A_private_reply_is_too_late_after_seven_days()
    {
        await using var sandbox = await SandboxHost.Start();
        var comment = sandbox.Control.Comment("ana.example", sandbox.Post, "PRICE").Id;
        var second = sandbox.Control.Comment("ana.example", sandbox.Post, "PRICE!").Id;
        sandbox.Control.MoveClock(TimeSpan.FromDays(7));
        (await PrivateReply(sandbox, comment)).ShouldSucceed();
        sandbox.Control.MoveClock(TimeSpan.FromSeconds(1));
        (await PrivateReply(sandbox, second)).ShouldFail(100, 2534025);
    }

    [Fact]
    public async Task Own_deleted_and_foreign_comments_get_no_private_reply()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var own = (await sandbox.PostForm($"/v25.0/{sandbox.Post}/comments", token, ("message", "hello"))).Text("id");
        (await PrivateReply(sandbox, own)).ShouldFail(100, 2534025);
        var gone = sandbox.Control.Comment("ana.example", sandbox.Post, "PRICE").Id;
        sandbox.Control.DeleteComment(gone);
        (await PrivateReply(sandbox, gone)).ShouldFail(100, 2534025);
        var foreign = sandbox.Control.Comment("ana.example", sandbox.World.Read(s => s.MediaOf(sandbox.Otto).First().Id), "PRICE").Id;
        (await PrivateReply(sandbox, foreign)).ShouldFail(100, 2534025);
    }

    [Fact]
    public async Task A_private_reply_needs_the_comments_permission_and_a_message_the_messages_permission()
    {
        await using var sandbox = await SandboxHost.Start();
        var comment = sandbox.Control.Comment("ana.example", sandbox.Post, "PRICE").Id;
        sandbox.Control.Message("ana.example", "lena.bakes", "hi");
        var comments = sandbox.Token(scopes: ["instagram_business_basic", "instagram_business_manage_comments"]);
        (await Send(sandbox, sandbox.Ana, "hello", comments)).ShouldFail(10);
        (await PrivateReply(sandbox, comment, comments)).ShouldSucceed();
    }

    [Fact]
    public async Task The_follow_up_of_a_private_reply_waits_for_an_answer()
    {
        await using var sandbox = await SandboxHost.Start();
        await PrivateReply(sandbox, sandbox.Control.Comment("ana.example", sandbox.Post, "PRICE").Id);
        var early = await Send(sandbox, sandbox.Ana, "and?");
        early.ShouldFail(10, 2534022);
        early.Status.ShouldBe(HttpStatusCode.Forbidden);
        sandbox.Control.Message("ana.example", "lena.bakes", "thanks");
        (await Send(sandbox, sandbox.Ana, "welcome")).ShouldSucceed();
    }

    [Fact]
    public async Task A_message_opens_the_window_for_a_day_and_a_human_may_write_for_seven()
    {
        await using var sandbox = await SandboxHost.Start();
        sandbox.Control.Message("ana.example", "lena.bakes", "hi");
        sandbox.Control.MoveClock(TimeSpan.FromHours(24));
        (await Send(sandbox, sandbox.Ana, "just in time")).ShouldSucceed();
        sandbox.Control.MoveClock(TimeSpan.FromSeconds(1));
        (await Send(sandbox, sandbox.Ana, "late")).ShouldFail(10, 2534022);
        (await Send(sandbox, sandbox.Ana, "by hand", tag: "HUMAN_AGENT")).ShouldSucceed();
        sandbox.Control.MoveClock(TimeSpan.FromDays(6));
        (await Send(sandbox, sandbox.Ana, "by hand", tag: "HUMAN_AGENT")).ShouldFail(10, 2534022);
        (await Send(sandbox, sandbox.Ana, "old tag", tag: "ACCOUNT_UPDATE")).ShouldFail(100);
    }

    [Fact]
    public async Task Reactions_and_taps_open_the_window_too()
    {
        await using var sandbox = await SandboxHost.Start();
        sandbox.Control.Message("ana.example", "lena.bakes", "hi");
        var mid = (await Send(sandbox, sandbox.Ana, "hello")).Text("message_id");
        sandbox.Control.MoveClock(TimeSpan.FromHours(30));
        sandbox.Control.React(mid, "love", null);
        (await Send(sandbox, sandbox.Ana, "glad")).ShouldSucceed();
        sandbox.Control.MoveClock(TimeSpan.FromHours(30));
        sandbox.Control.Tap("ana.example", "lena.bakes", "Prices", "PRICES");
        (await Send(sandbox, sandbox.Ana, "12 euro")).ShouldSucceed();
    }

    [Fact]
    public async Task An_id_of_another_account_is_nobody()
    {
        await using var sandbox = await SandboxHost.Start();
        sandbox.Control.Message("ana.example", "otto.prints", "hi");
        (await Send(sandbox, sandbox.World.Read(s => s.ScopedId("ana.example", sandbox.Otto)), "hello")).ShouldFail(100, 2534014);
        (await Send(sandbox, "ana.example", "hello")).ShouldFail(100, 2534014);
    }

    [Fact]
    public async Task Text_is_counted_in_bytes()
    {
        await using var sandbox = await SandboxHost.Start();
        sandbox.Control.Message("ana.example", "lena.bakes", "hi");
        (await Send(sandbox, sandbox.Ana, new string('a', 1000))).ShouldSucceed();
        (await Send(sandbox, sandbox.Ana, new string('a', 1001))).ShouldFail(100, 2534015);
        (await Send(sandbox, sandbox.Ana, new string('é', 501))).ShouldFail(100, 2534015);
    }

    [Fact]
    public async Task An_owner_who_switched_messages_off_gets_none_out()
    {
        await using var sandbox = await SandboxHost.Start();
        sandbox.Control.Message("ana.example", "lena.bakes", "hi");
        sandbox.Control.ChangeAccount("lena.bakes", a => a with { MessagesAllowed = false });
        (await Send(sandbox, sandbox.Ana, "hello")).ShouldFail(200, 2534041);
    }

    [Fact]
    public async Task Only_the_twenty_newest_messages_can_be_read()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var mids = new List<string>();
        for (var i = 0; i < 22; i++)
        {
            sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
            mids.Add(sandbox.Control.Message("ana.example", "lena.bakes", $"n{i}").Mid);
        }
        (await sandbox.Get($"/v25.0/{mids[^1]}?fields=message,from,to,created_time", token)).Text("message").ShouldBe("n21");
        (await sandbox.Get($"/v25.0/{mids[2]}?fields=message", token)).ShouldSucceed();
        (await sandbox.Get($"/v25.0/{mids[1]}?fields=message", token)).ShouldFail(9000001);
        var list = await sandbox.Get($"/v25.0/me/conversations?platform=instagram&user_id={sandbox.Ana}&fields=messages.limit(30){{message}}", token);
        var rows = list.Json["data"]![0]!["messages"]!["data"]!.AsArray();
        rows.Count.ShouldBe(22);
        rows.Count(r => r!["message"] is not null).ShouldBe(20);
    }

    [Fact]
    public async Task A_profile_needs_the_consent_of_a_message()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        sandbox.Control.Comment("ana.example", sandbox.Post, "hi");
        (await sandbox.Get($"/v25.0/{sandbox.Ana}?fields=name,username", token)).ShouldFail(230);
        sandbox.Control.Message("ana.example", "lena.bakes", "hi");
        var profile = await sandbox.Get($"/v25.0/{sandbox.Ana}?fields=name,username,is_user_follow_business", token);
        profile.Text("name").ShouldBe("Ana Example");
        profile.Text("is_user_follow_business").ShouldBe("true");
    }

    [Fact]
    public async Task On_the_Facebook_host_the_Page_sends()
    {
        await using var sandbox = await SandboxHost.Start();
        sandbox.Control.Message("ana.example", "lena.bakes", "hi");
        var token = sandbox.Token(host: Directino.Sandbox.Graph.ApiHost.Facebook);
        var sent = await sandbox.PostForm("/fb/v25.0/me/messages", token, ("recipient", $$"""{"id":"{{sandbox.Ana}}"}"""), ("message", """{"text":"hello"}"""));
        sent.ShouldSucceed().Text("recipient_id").ShouldBe(sandbox.Ana);
    }

    [Fact]
    public async Task A_message_and_an_action_do_not_go_together()
    {
        await using var sandbox = await SandboxHost.Start();
        sandbox.Control.Message("ana.example", "lena.bakes", "hi");
        var token = sandbox.Token();
        (await sandbox.PostJson("/v25.0/me/messages", token, $$$"""{"recipient":{"id":"{{{sandbox.Ana}}}"},"message":{"text":"a"},"sender_action":"typing_on"}""")).ShouldFail(100, 2018014);
        (await sandbox.PostJson("/v25.0/me/messages", token, $$$"""{"recipient":{"id":"{{{sandbox.Ana}}}"},"sender_action":"typing_on"}""")).ShouldSucceed();
    }

    private static Task<Answer> Send(SandboxHost sandbox, string to, string text, string? token = null, string? tag = null) =>
        sandbox.PostJson("/v25.0/me/messages", token ?? sandbox.Token(), new System.Text.Json.Nodes.JsonObject
        {
            ["recipient"] = new System.Text.Json.Nodes.JsonObject { ["id"] = to },
            ["message"] = new System.Text.Json.Nodes.JsonObject { ["text"] = text },
            ["tag"] = tag,
        }.ToJsonString());

    private static Task<Answer> PrivateReply(SandboxHost sandbox, string comment, string? token = null) =>
        sandbox.PostJson($"/v25.0/{sandbox.Lena}/messages", token ?? sandbox.Token(), $$$"""{"recipient":{"comment_id":"{{{comment}}}"},"message":{"text":"12 euro"}}""");
}
