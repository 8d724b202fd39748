using System.Net;

namespace Directino.Tests.Sandbox;

public sealed class PublishingTests
{
    [Fact]
    public async Task A_container_goes_from_in_progress_over_finished_to_published_and_becomes_a_post()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var container = await sandbox.Container(token, ("caption", "Fresh #bread"), ("alt_text", "A loaf"));
        (await Status(sandbox, token, container)).ShouldBe("IN_PROGRESS");
        (await Status(sandbox, token, container)).ShouldBe("FINISHED");
        var media = (await Publish(sandbox, token, container)).ShouldSucceed().Text("id");
        media.ShouldNotBe(container);
        (await Status(sandbox, token, container)).ShouldBe("PUBLISHED");

        var post = await sandbox.Get($"/v25.0/{media}?fields=id,caption,permalink,media_url,timestamp,media_type,media_product_type,alt_text,username,comments_count,like_count", token);
        post.Text("caption").ShouldBe("Fresh #bread");
        post.Text("permalink").ShouldStartWith("https://www.instagram.com/p/");
        post.Text("timestamp").ShouldBe("2026-11-20T10:00:00+0000");
        var picture = await sandbox.Http.GetByteArrayAsync(post.Text("media_url"), TestContext.Current.CancellationToken);
        picture.ShouldBe(sandbox.Internet.Files["/square.jpg"]);
        var list = await sandbox.Get($"/v25.0/me/media?fields=caption&limit=1", token);
        list.Json["data"]![0]!["id"]!.ToString().ShouldBe(media);
        sandbox.Journal("published").Single().Actor.ShouldBe("api");
    }

    [Fact]
    public async Task Publishing_too_early_is_refused_and_can_be_tried_again()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var container = await sandbox.Container(token);
        (await Publish(sandbox, token, container)).ShouldFail(9007, 2207027);
        await Status(sandbox, token, container);
        (await Publish(sandbox, token, container)).ShouldSucceed();
    }

    [Fact]
    public async Task A_container_is_published_once()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var container = await sandbox.Finished(token);
        (await Publish(sandbox, token, container)).ShouldSucceed();
        (await Publish(sandbox, token, container)).ShouldFail(24, 2207008);
        sandbox.Journal("published").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_calls_at_once_publish_once()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var container = await sandbox.Finished(token);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Publish(sandbox, token, container)));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        sandbox.Journal("published").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_container_expires_after_a_day()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var container = await sandbox.Finished(token);
        sandbox.Control.MoveClock(TimeSpan.FromHours(24));
        (await Status(sandbox, token, container)).ShouldBe("EXPIRED");
        (await Publish(sandbox, token, container)).ShouldFail(24, 2207008);
    }

    [Fact]
    public async Task A_container_of_another_account_does_not_exist()
    {
        await using var sandbox = await SandboxHost.Start();
        var container = await sandbox.Finished(sandbox.Token());
        var other = sandbox.Token("otto.prints");
        (await sandbox.Get($"/v25.0/{container}?fields=status_code", other)).ShouldFail(100, 33);
        (await sandbox.PostForm($"/v25.0/{sandbox.Otto}/media_publish", other, ("creation_id", container))).ShouldFail(24, 2207008);
        (await sandbox.PostForm($"/v25.0/{sandbox.Lena}/media_publish", other, ("creation_id", container))).ShouldFail(100, 33);
    }

    [Theory]
    [InlineData("https://media.example/missing.jpg", 9004, 2207052)]
    [InlineData("https://media.example/page.html", 9004, 2207052)]
    [InlineData("https://nowhere.example/a.jpg", 9004, 2207052)]
    [InlineData("https://media.example/picture.png", 36001, 2207005)]
    [InlineData("https://media.example/huge.jpg", 36000, 2207004)]
    [InlineData("https://media.example/tall.jpg", 36003, 2207009)]
    [InlineData("https://media.example/wide.jpg", 36003, 2207009)]
    public async Task A_picture_outside_of_the_limits_is_refused_at_once(string url, int code, int subcode)
    {
        await using var sandbox = await SandboxHost.Start();
        (await sandbox.PostForm($"/v25.0/{sandbox.Lena}/media", sandbox.Token(), ("image_url", url))).ShouldFail(code, subcode);
        sandbox.Journal("container-made").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("words")]
    [InlineData("hashtags")]
    [InlineData("mentions")]
    public async Task A_caption_outside_of_the_limits_is_refused(string what)
    {
        await using var sandbox = await SandboxHost.Start();
        var caption = what switch
        {
            "words" => new string('a', 2201),
            "hashtags" => string.Join(' ', Enumerable.Range(0, 31).Select(i => $"#t{i}")),
            _ => string.Join(' ', Enumerable.Range(0, 21).Select(i => $"@u{i}")),
        };
        (await sandbox.PostForm($"/v25.0/{sandbox.Lena}/media", sandbox.Token(), ("image_url", "https://media.example/square.jpg"), ("caption", caption))).ShouldFail(36004, 2207010);
    }

    [Fact]
    public async Task The_quota_counts_publishes_of_the_last_day()
    {
        await using var sandbox = await SandboxHost.Start(("QuotaTotal", "2"));
        var token = sandbox.Token();
        for (var i = 0; i < 2; i++) (await Publish(sandbox, token, await sandbox.Finished(token))).ShouldSucceed();
        var limit = (await sandbox.Get("/v25.0/me/content_publishing_limit?fields=config,quota_usage", token)).Json["data"]![0]!;
        ((int)limit["quota_usage"]!).ShouldBe(2);
        ((int)limit["config"]!["quota_total"]!).ShouldBe(2);
        (await Publish(sandbox, token, await sandbox.Finished(token))).ShouldFail(9, 2207042);
        sandbox.Control.MoveClock(TimeSpan.FromHours(24));
        (await Publish(sandbox, token, await sandbox.Finished(token))).ShouldSucceed();
    }

    [Fact]
    public async Task An_account_makes_only_so_many_containers_a_day()
    {
        await using var sandbox = await SandboxHost.Start(("ContainersPerDay", "1"));
        var token = sandbox.Token();
        await sandbox.Container(token);
        (await sandbox.PostForm($"/v25.0/{sandbox.Lena}/media", token, ("image_url", "https://media.example/square.jpg"))).ShouldFail(9, 2207042);
    }

    [Fact]
    public async Task A_restricted_account_cannot_publish()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        sandbox.Control.ChangeAccount("lena.bakes", a => a with { Restricted = true });
        (await Publish(sandbox, token, await sandbox.Finished(token))).ShouldFail(25, 2207050);
    }

    [Fact]
    public async Task A_carousel_takes_two_to_ten_items_and_counts_once()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var first = await sandbox.Container(token, ("is_carousel_item", "true"));
        (await sandbox.PostForm($"/v25.0/me/media", token, ("media_type", "CAROUSEL"), ("children", first))).ShouldFail(100, 2207028);
        var second = await sandbox.Container(token, ("is_carousel_item", "true"));
        var parent = (await sandbox.PostForm($"/v25.0/me/media", token, ("media_type", "CAROUSEL"), ("children", $"{first},{second}"), ("caption", "Two"))).ShouldSucceed().Text("id");
        await Status(sandbox, token, parent);
        var media = (await Publish(sandbox, token, parent)).Text("id");
        var post = await sandbox.Get($"/v25.0/{media}?fields=media_type,children{{media_url}}", token);
        post.Text("media_type").ShouldBe("CAROUSEL_ALBUM");
        post.Json["children"]!["data"]!.AsArray().Count.ShouldBe(2);
        (await sandbox.Get("/v25.0/me/content_publishing_limit", token)).Json["data"]![0]!["quota_usage"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_story_is_not_listed_among_the_posts_and_lives_a_day()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var story = (await Publish(sandbox, token, await sandbox.Finished(token, ("media_type", "STORIES")))).Text("id");
        (await sandbox.Get("/v25.0/me/media", token)).Body.ShouldNotContain(story);
        (await sandbox.Get("/v25.0/me/stories", token)).Body.ShouldContain(story);
        sandbox.Control.MoveClock(TimeSpan.FromHours(24));
        (await sandbox.Get("/v25.0/me/stories", token)).Body.ShouldNotContain(story);
    }

    [Theory]
    [InlineData("upload_type", "resumable")]
    [InlineData("is_paid_partnership", "true")]
    public async Task Parameters_of_the_other_host_are_refused(string name, string value)
    {
        await using var sandbox = await SandboxHost.Start();
        var answer = await sandbox.PostForm($"/v25.0/me/media", sandbox.Token(), ("image_url", "https://media.example/square.jpg"), (name, value));
        answer.ShouldFail(100);
        answer.Error!["type"]!.ToString().ShouldBe("IGApiException");
    }

    [Fact]
    public async Task A_token_without_the_permission_cannot_publish()
    {
        await using var sandbox = await SandboxHost.Start();
        var answer = await sandbox.PostForm("/v25.0/me/media", sandbox.Token(scopes: "instagram_business_basic"), ("image_url", "https://media.example/square.jpg"));
        answer.ShouldFail(10);
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Posts_are_paged_by_cursors_until_there_is_no_next()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        for (var i = 0; i < 4; i++) await Publish(sandbox, token, await sandbox.Finished(token));
        var seen = new List<string>();
        for (string? next = "/v25.0/me/media?limit=2"; next is not null;)
        {
            var page = await sandbox.Get(next, token);
            seen.AddRange(page.Json["data"]!.AsArray().Select(m => m!["id"]!.ToString()));
            next = page.Json["paging"]?["next"]?.ToString();
        }
        seen.Count.ShouldBe(5);
        seen.Distinct().Count().ShouldBe(5);
    }

    [Theory]
    [InlineData("ig", "saved_count")]
    [InlineData("ig", "nonsense")]
    [InlineData("fb", "nonsense")]
    public async Task One_unknown_field_fails_the_whole_call(string host, string field)
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token(host: host == "ig" ? Directino.Sandbox.Graph.ApiHost.Instagram : Directino.Sandbox.Graph.ApiHost.Facebook);
        (await sandbox.Get($"/{host}/v25.0/{sandbox.Post}?fields=id,{field}", token)).ShouldFail(100);
        (await sandbox.Get($"/fb/v25.0/{sandbox.Post}?fields=id,saved_count,like_count", sandbox.Token(host: Directino.Sandbox.Graph.ApiHost.Facebook))).ShouldSucceed();
    }

    private static async Task<string> Status(SandboxHost sandbox, string token, string container) =>
        (await sandbox.Get($"/v25.0/{container}?fields=status_code,status", token)).Text("status_code");

    private static Task<Answer> Publish(SandboxHost sandbox, string token, string container) =>
        sandbox.PostForm($"/v25.0/{sandbox.Lena}/media_publish", token, ("creation_id", container));
}
