namespace Directino.Tests.Sandbox;

public sealed class JournalTests
{
    [Fact]
    public async Task A_restarted_sandbox_knows_its_tokens_posts_messages_and_what_was_not_delivered()
    {
        using var folder = new Folder();
        string token, media, comment;
        await using (var sandbox = await SandboxHost.Start(("StateFile", folder.File)))
        {
            token = sandbox.Token();
            await sandbox.PostJson("/sandbox/webhooks/callback", null, $$"""{"url":"{{FakeInternet.Callback}}"}""");
            await sandbox.PostForm("/sandbox/webhooks/hold", null);
            await sandbox.PostForm("/v25.0/me/subscribed_apps", token, ("subscribed_fields", "comments"));
            media = (await sandbox.PostForm("/v25.0/me/media_publish", token, ("creation_id", await sandbox.Finished(token, ("caption", "kept"))))).Text("id");
            comment = sandbox.Control.Comment("ana.example", media, "still here").Id;
            sandbox.Control.Message("ana.example", "lena.bakes", "and this");
            sandbox.Control.MoveClock(TimeSpan.FromHours(5));
        }
        await using var restarted = await SandboxHost.Start(("StateFile", folder.File));
        (await restarted.Internet.Next()).Text.ShouldContain(comment);
        var post = await restarted.Get($"/v25.0/{media}?fields=caption,media_url", token);
        post.Text("caption").ShouldBe("kept");
        (await restarted.Http.GetByteArrayAsync(post.Text("media_url"), TestContext.Current.CancellationToken)).ShouldBe(restarted.Internet.Files["/square.jpg"]);
        (await restarted.Get($"/v25.0/{comment}", token)).Text("text").ShouldBe("still here");
        restarted.World.Read(s => s.MessagesOf(s.AccountNamed("lena.bakes")!.Id, "ana.example").Single().Text).ShouldBe("and this");
        restarted.World.Now.ShouldBe(restarted.Clock.GetUtcNow() + TimeSpan.FromHours(5));
        restarted.Journal("anchored").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_line_cut_off_by_a_kill_never_happened()
    {
        using var folder = new Folder();
        string token;
        await using (var sandbox = await SandboxHost.Start(("StateFile", folder.File)))
        {
            token = sandbox.Token();
        }
        await File.AppendAllTextAsync(folder.File, "{\"seq\":3,\"time\":\"2026-11", TestContext.Current.CancellationToken);
        await using var restarted = await SandboxHost.Start(("StateFile", folder.File));
        (await restarted.Get("/v25.0/me", token)).ShouldSucceed();
        restarted.Control.Comment("ana.example", restarted.Post, "goes on");
        (await File.ReadAllLinesAsync(folder.File, TestContext.Current.CancellationToken)).ShouldAllBe(line => line.StartsWith('{') && line.EndsWith('}'));
    }

    [Fact]
    public async Task The_journal_can_be_read_from_a_line_on_and_by_kind()
    {
        await using var sandbox = await SandboxHost.Start();
        sandbox.Control.Comment("ana.example", sandbox.Post, "one");
        var seq = sandbox.World.Journal().Max(e => e.Seq);
        sandbox.Control.Comment("ana.example", sandbox.Post, "two");
        sandbox.Control.Message("ana.example", "lena.bakes", "three");
        var lines = (await sandbox.Get($"/sandbox/journal?since={seq}&kind=comment-made", null)).Json.AsArray();
        var line = lines.Single()!;
        line["text"]!.ToString().ShouldBe("two");
        line["actor"]!.ToString().ShouldBe("person");
        line["account"]!.ToString().ShouldBe(sandbox.Lena);
        line["subjects"]!["media"]!.ToString().ShouldBe(sandbox.Post);
    }

    [Fact]
    public async Task Ids_of_a_seed_are_the_same_each_time()
    {
        await using var one = await SandboxHost.Start();
        await using var two = await SandboxHost.Start();
        one.Post.ShouldBe(two.Post);
        one.Ana.ShouldBe(two.Ana);
        one.Ana.ShouldNotBe(one.World.Read(s => s.ScopedId("ana.example", one.Otto)));
    }

    private sealed class Folder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("sandbox").FullName;
        public string File => Path.Combine(_path, "journal.jsonl");
        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
