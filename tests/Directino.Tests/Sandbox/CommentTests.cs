namespace Directino.Tests.Sandbox;

public sealed class CommentTests
{
    [Fact]
    public async Task Comments_come_newest_first_with_three_fields_unless_more_are_asked_for()
    {
        await using var sandbox = await SandboxHost.Start();
        var comment = sandbox.Control.Comment("leo.example", sandbox.Post, "PRICE?");
        var rows = (await sandbox.Get($"/v25.0/{sandbox.Post}/comments", sandbox.Token())).Json["data"]!.AsArray();
        rows[0]!["id"]!.ToString().ShouldBe(comment.Id);
        rows[0]!.AsObject().Select(m => m.Key).ShouldBe(["timestamp", "text", "id"], ignoreOrder: true);
        var one = await sandbox.Get($"/v25.0/{comment.Id}?fields=from,username,hidden,like_count,media", sandbox.Token());
        one.Json["from"]!["id"]!.ToString().ShouldBe(sandbox.World.Read(s => s.ScopedId("leo.example", sandbox.Lena)));
        one.Text("username").ShouldBe("leo.example");
    }

    [Fact]
    public async Task A_page_holds_at_most_fifty_comments()
    {
        await using var sandbox = await SandboxHost.Start();
        for (var i = 0; i < 60; i++) sandbox.Control.Comment("leo.example", sandbox.Post, $"n{i}");
        var page = await sandbox.Get($"/v25.0/{sandbox.Post}/comments?limit=100", sandbox.Token());
        page.Json["data"]!.AsArray().Count.ShouldBe(50);
        (await sandbox.Get(page.Json["paging"]!["next"]!.ToString(), sandbox.Token())).Json["data"]!.AsArray().Count.ShouldBe(11);
    }

    [Fact]
    public async Task A_reply_to_a_reply_hangs_under_the_top_comment()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var comment = sandbox.Control.Comment("leo.example", sandbox.Post, "PRICE?").Id;
        var reply = (await sandbox.PostForm($"/v25.0/{comment}/replies", token, ("message", "12 euro"))).ShouldSucceed().Text("id");
        var deeper = (await sandbox.PostForm($"/v25.0/{reply}/replies", token, ("message", "each"))).Text("id");
        (await sandbox.Get($"/v25.0/{deeper}?fields=parent_id", token)).Text("parent_id").ShouldBe(comment);
        (await sandbox.Get($"/v25.0/{comment}/replies?fields=text,from", token)).Json["data"]!.AsArray().Count.ShouldBe(2);
        var entry = sandbox.Journal("comment-made").Where(e => e.Actor == "api").ToList();
        entry.Count.ShouldBe(2);
        entry[0].Effect.Subjects["parent"].ShouldBe(comment);
        entry[0].Effect.Words.ShouldBe("12 euro");
    }

    [Fact]
    public async Task A_hidden_comment_cannot_be_replied_to_until_it_is_shown_again()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var comment = sandbox.Control.Comment("leo.example", sandbox.Post, "spam").Id;
        (await sandbox.PostForm($"/v25.0/{comment}", token, ("hide", "true"))).ShouldSucceed();
        (await sandbox.PostForm($"/v25.0/{comment}/replies", token, ("message", "hm"))).ShouldFail(100);
        await sandbox.PostForm($"/v25.0/{comment}?hide=false", token);
        (await sandbox.PostForm($"/v25.0/{comment}/replies", token, ("message", "hm"))).ShouldSucceed();
    }

    [Fact]
    public async Task A_deleted_comment_is_gone_with_its_replies()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var comment = sandbox.Control.Comment("leo.example", sandbox.Post, "PRICE?").Id;
        var reply = (await sandbox.PostForm($"/v25.0/{comment}/replies", token, ("message", "12 euro"))).Text("id");
        (await sandbox.Delete($"/v25.0/{comment}", token)).ShouldSucceed();
        (await sandbox.Get($"/v25.0/{reply}", token)).ShouldFail(100, 33);
        (await sandbox.PostForm($"/v25.0/{comment}/replies", token, ("message", "late"))).ShouldFail(100, 33);
    }

    [Fact]
    public async Task Comments_can_be_switched_off()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        (await sandbox.PostForm($"/v25.0/{sandbox.Post}", token, ("comment_enabled", "false"))).ShouldSucceed();
        (await sandbox.PostForm($"/v25.0/{sandbox.Post}/comments", token, ("message", "first"))).ShouldFail(100);
        (await sandbox.PostJson("/sandbox/acts/comment", null, $$"""{"person":"ana.example","media":"{{sandbox.Post}}","text":"me too"}""")).Status.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_accounts_comment_looks_as_if_it_did_not_exist()
    {
        await using var sandbox = await SandboxHost.Start();
        var comment = sandbox.Control.Comment("leo.example", sandbox.Post, "PRICE?").Id;
        (await sandbox.Get($"/v25.0/{comment}", sandbox.Token("otto.prints"))).ShouldFail(100, 33);
        (await sandbox.PostForm($"/v25.0/{comment}/replies", sandbox.Token("otto.prints"), ("message", "hi"))).ShouldFail(100, 33);
    }
}
