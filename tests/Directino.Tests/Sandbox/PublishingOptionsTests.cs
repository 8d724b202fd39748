using Directino.Sandbox.Graph;

namespace Directino.Tests.Sandbox;

/// <summary>Which parameter belongs to which kind on which host: whatever else is sent is refused.</summary>
public sealed class PublishingOptionsTests
{
    private const string Picture = "https://media.example/square.jpg";
    private const string Film = "https://media.example/good.mp4";

    private static readonly Dictionary<string, (string Name, string Value)[]> Kinds = new()
    {
        ["image"] = [("image_url", Picture)],
        ["item image"] = [("image_url", Picture), ("is_carousel_item", "true")],
        ["item video"] = [("media_type", "VIDEO"), ("video_url", Film), ("is_carousel_item", "true")],
        ["reel"] = [("media_type", "REELS"), ("video_url", Film)],
        ["story image"] = [("media_type", "STORIES"), ("image_url", Picture)],
        ["story video"] = [("media_type", "STORIES"), ("video_url", Film)],
    };

    /// <summary>Parameter, value, kinds that have it; the last column: Facebook host only.</summary>
    private static readonly (string Name, string Value, string[] Kinds, bool Facebook)[] Parameters =
    [
        ("caption", "Words", ["image", "reel", "story image", "story video"], false),
        ("alt_text", "A loaf", ["image", "item image"], false),
        ("location_id", "309000000000001", ["image", "reel"], false),
        ("user_tags", """[{"username":"ana","x":0.5,"y":0.5}]""", ["image", "item image", "story image", "story video"], false),
        ("user_tags", """[{"username":"ana"}]""", ["item video", "reel", "story image", "story video"], false),
        ("collaborators", """["ana"]""", ["image", "reel"], false),
        ("cover_url", Picture, ["reel"], false),
        ("thumb_offset", "1000", ["reel", "item video"], false),
        ("share_to_feed", "false", ["reel"], false),
        ("audio_name", "Oven hum", ["reel"], false),
        ("audio_configuration", """{"audio_id":"3380000000000010","audio_volume":80,"video_volume":0}""", ["reel"], true),
        ("trial_params", """{"graduation_strategy":"MANUAL"}""", ["reel"], false),
        ("is_ai_generated", "true", ["image", "reel", "story image", "story video"], false),
        ("product_tags", """[{"product_id":"7","x":0.5,"y":0.5}]""", ["image", "item image"], true),
        ("is_paid_partnership", "true", ["image", "reel"], true),
        ("poll_attachment", """{"option_a":"Rye","option_b":"Wheat"}""", ["image", "reel"], true),
        ("is_comment_prompt_used", "true", ["image", "reel"], true),
        ("invented_parameter", "1", [], false),
    ];

    public static TheoryData<string, int> All
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var kind in Kinds.Keys)
            {
                for (var i = 0; i < Parameters.Length; i++) all.Add(kind, i);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_parameter_is_taken_where_it_belongs_and_refused_elsewhere(string kind, int row)
    {
        var (name, value, kinds, facebook) = Parameters[row];
        await using var sandbox = await SandboxHost.Start();
        foreach (var host in Enum.GetValues<ApiHost>())
        {
            var answer = await sandbox.PostForm(
                $"/{(host == ApiHost.Facebook ? "fb" : "ig")}/v25.0/{sandbox.Lena}/media", sandbox.Token(host: host), [.. Kinds[kind], (name, value)]);
            if (kinds.Contains(kind) && (host == ApiHost.Facebook || !facebook)) answer.ShouldSucceed();
            else
            {
                answer.Error.ShouldNotBeNull(answer.Body)["code"]!.GetValue<int>().ShouldBe(100);
                answer.Error["type"]!.ToString().ShouldBe(host == ApiHost.Instagram ? "IGApiException" : "OAuthException");
            }
        }
    }

    [Theory]
    [InlineData("""[{"username":"ana"}]""", "image")]
    [InlineData("""[{"username":"ana","x":0.5}]""", "image")]
    [InlineData("""[{"username":"ana","x":-0.1,"y":0.5}]""", "image")]
    [InlineData("""[{"username":"@ana","x":0.1,"y":0.5}]""", "image")]
    [InlineData("""[{"x":0.1,"y":0.5}]""", "image")]
    [InlineData("""{"username":"ana"}""", "image")]
    [InlineData("""["ana"]""", "reel")]
    [InlineData("not json", "reel")]
    [InlineData("""[{"username":"ana","x":0.5,"y":0.5}]""", "reel")]
    [InlineData("""[{"username":"ana","y":0.5}]""", "story image")]
    public async Task A_tag_that_makes_no_sense_is_refused(string tags, string kind)
    {
        await using var sandbox = await SandboxHost.Start();
        (await sandbox.PostForm("/v25.0/me/media", sandbox.Token(), [.. Kinds[kind], ("user_tags", tags)])).ShouldFail(100);
    }

    [Theory]
    [InlineData("""[{"product_id":"7"}]""", "image", 2207036)]
    [InlineData("""[{"product_id":"7","x":0.5,"y":0.5}]""", "reel", 2207035)]
    [InlineData("""[{"product_id":"seven","x":0.5,"y":0.5}]""", "image", 2207037)]
    [InlineData("""[{"product_id":"8","x":0.5,"y":0.5}]""", "image", 2207037)]
    [InlineData("""[{"product_id":"79","x":0.5,"y":0.5}]""", "image", 2207037)]
    public async Task A_product_tag_has_a_place_on_pictures_only(string tags, string kind, int subcode)
    {
        await using var sandbox = await SandboxHost.Start();
        (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media", sandbox.Token(host: ApiHost.Facebook), [.. Kinds[kind], ("product_tags", tags)])).ShouldFail(100, subcode);
    }

    [Theory]
    [InlineData("not json", null)]
    [InlineData("""["3380000000000010"]""", null)]
    [InlineData("""{"audio_volume":50}""", null)]
    [InlineData("""{"audio_id":"7"}""", 9055)]
    [InlineData("""{"audio_id":"3380000000000010","audio_volume":101}""", 9057)]
    [InlineData("""{"audio_id":"3380000000000010","video_volume":-1}""", 9057)]
    [InlineData("""{"audio_id":"3380000000000010","video_volume":0.5}""", 9057)]
    public async Task A_sound_is_one_of_the_catalogue_at_a_volume_there_is(string sound, int? subcode)
    {
        await using var sandbox = await SandboxHost.Start();
        (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media", sandbox.Token(host: ApiHost.Facebook), [.. Kinds["reel"], ("audio_configuration", sound)])).ShouldFail(100, subcode);
        sandbox.Journal("container-made").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sound_of_the_catalogue_excludes_a_name_for_the_own_one()
    {
        await using var sandbox = await SandboxHost.Start();
        var sound = ("audio_configuration", """{"audio_id":"3380000000000010"}""");
        (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media", sandbox.Token(host: ApiHost.Facebook), [.. Kinds["reel"], sound, ("audio_name", "Oven hum")])).ShouldFail(100);
    }

    [Theory]
    [InlineData("""{"option_a":"Rye"}""")]
    [InlineData("""{"option_a":"Rye","option_b":"Wheat","option_d":"Both"}""")]
    [InlineData("""["Rye","Wheat"]""")]
    public async Task A_poll_has_two_to_four_options_in_order(string poll)
    {
        await using var sandbox = await SandboxHost.Start();
        (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media", sandbox.Token(host: ApiHost.Facebook), [.. Kinds["image"], ("poll_attachment", poll)])).ShouldFail(100);
    }

    [Fact]
    public async Task A_single_film_is_a_reel_and_an_unknown_kind_is_none()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        (await sandbox.PostForm("/v25.0/me/media", token, ("media_type", "VIDEO"), ("video_url", Film))).ShouldFail(100);
        (await sandbox.PostForm("/v25.0/me/media", token, ("media_type", "REELS"), ("video_url", Film), ("is_carousel_item", "true"))).ShouldFail(100);
        (await sandbox.PostForm("/v25.0/me/media", token, ("media_type", "POSTER"), ("image_url", Picture))).ShouldFail(100, 2207023);
        (await sandbox.PostForm("/v25.0/me/media", token, ("media_type", "STORIES"), ("image_url", Picture), ("video_url", Film))).ShouldFail(100);
    }

    [Fact]
    public async Task The_Instagram_host_has_neither_uploads_nor_deletion_nor_places()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var upload = await sandbox.PostForm("/ig/v25.0/me/media", token, ("media_type", "REELS"), ("upload_type", "resumable"));
        upload.ShouldFail(100);
        upload.Error!["message"]!.ToString().ShouldBe("The parameter video_url is required");
        upload.Error["type"]!.ToString().ShouldBe("IGApiException");
        var deletion = await sandbox.Delete($"/ig/v25.0/{sandbox.Post}", token);
        deletion.ShouldFail(100, 33);
        deletion.Error!["type"]!.ToString().ShouldBe("IGApiException");
        (await sandbox.Get("/ig/v25.0/pages/search?q=nora", token)).ShouldFail(100, 33);
        (await sandbox.Get("/fb/v25.0/pages/search?q=nora", sandbox.Token(host: ApiHost.Facebook))).ShouldSucceed();
    }

    [Fact]
    public async Task A_restarted_sandbox_knows_every_option_of_a_post()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-");
        try
        {
            var state = Path.Combine(folder.FullName, "journal.jsonl");
            string media;
            await using (var sandbox = await SandboxHost.Start(("StateFile", state), ("VideoDelay", "00:00:00")))
            {
                var token = sandbox.Token(host: ApiHost.Facebook);
                var container = (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media", token,
                    [.. Kinds["reel"], ("user_tags", """[{"username":"ana"}]"""), ("thumb_offset", "500"), ("poll_attachment", """{"option_a":"Rye","option_b":"Wheat"}""")])).Text("id");
                media = (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media_publish", token, ("creation_id", container))).Text("id");
            }
            (await File.ReadAllTextAsync(state, TestContext.Current.CancellationToken)).ShouldNotContain("\"detail\":", Case.Sensitive);
            await using var restarted = await SandboxHost.Start(("StateFile", state));
            var post = restarted.World.Read(s => s.Media[media]);
            (post.Details.UserTags[0].Username, post.Details.ThumbOffset, post.Details.Poll[1], post.Film!.Width).ShouldBe(("ana", 500, "Wheat", 180));
            restarted.World.Read(s => s.PublishedSince(post.AccountId, post.Timestamp.AddHours(-1))).ShouldBe(1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
