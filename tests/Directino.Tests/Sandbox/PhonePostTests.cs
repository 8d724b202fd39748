using Directino.Sandbox.Graph;

namespace Directino.Tests.Sandbox;

/// <summary>What a follower sees of each kind of post.</summary>
public sealed class PhonePostTests
{
    private const string Picture = "https://media.example/square.jpg";

    [Fact]
    public async Task A_picture_shows_its_people_place_authors_and_labels()
    {
        await using var sandbox = await SandboxHost.Start(("ContainerPolls", "0"));
        var media = await Publish(sandbox, ("image_url", Picture), ("alt_text", "A loaf on wood"), ("location_id", "309000000000001"), ("collaborators", """["ana.example"]"""),
            ("user_tags", """[{"username":"leo.example","x":0.25,"y":0.5}]"""), ("product_tags", """[{"product_id":"77","x":0.5,"y":0.75}]"""), ("is_ai_generated", "true"),
            ("branded_content_sponsor_ids", $"[\"{sandbox.Otto}\"]"), ("poll_attachment", """{"option_a":"Rye & more","option_b":"Wheat"}"""));

        var html = await Look(sandbox, media);

        html.ShouldContain("""style="left:25%;top:50%">@leo.example</span>""");
        html.ShouldContain("""style="left:50%;top:75%">Product Wheat &amp; more</span>""");
        html.ShouldContain("""alt="A loaf on wood">""");
        html.ShouldContain("Alt text: A loaf on wood");
        html.ShouldContain("and ana.example");
        html.ShouldContain("Nora Bakes (Sandbox)");
        html.ShouldContain("AI info");
        html.ShouldContain("Paid partnership with otto.prints");
        html.ShouldContain("<span dir=\"auto\">Rye &amp; more</span>");
    }

    [Fact]
    public async Task A_product_that_Meta_has_not_approved_is_marked_and_not_seen()
    {
        await using var sandbox = await SandboxHost.Start(("ContainerPolls", "0"), ("VideoDelay", "00:00:00"));
        var reel = await Publish(sandbox, ("media_type", "REELS"), ("video_url", "https://media.example/good.mp4"), ("product_tags", """[{"product_id":"7"},{"product_id":"78"}]"""));
        (await Look(sandbox, reel)).ShouldSatisfyAllConditions(h => h.ShouldContain("Product Rye"), h => h.ShouldNotContain("Spelt"));
        (await sandbox.Get($"/fb/v25.0/{reel}/product_tags", sandbox.Token(host: ApiHost.Facebook))).Body.ShouldBe(
            """{"data":[{"product_id":"7","name":"Rye","price_string":"\u20AC5.00","review_status":"approved"},{"product_id":"78","name":"Spelt","price_string":"\u20AC5.00","review_status":"pending"}]}""");
    }

    [Theory]
    [InlineData("3380000000000010", "<bdi>Rolling Pin Waltz · Tin Spoon Trio</bdi>")]
    [InlineData("3390000000000001", "<bdi>The door bell of a bakery · original sound of otto.kneads.invented</bdi>")]
    public async Task A_reel_names_the_sound_it_carries(string sound, string shown)
    {
        await using var sandbox = await SandboxHost.Start(("ContainerPolls", "0"), ("VideoDelay", "00:00:00"));
        var reel = await Publish(sandbox, ("media_type", "REELS"), ("video_url", "https://media.example/good.mp4"), ("audio_configuration", $$"""{"audio_id":"{{sound}}"}"""));
        (await Look(sandbox, reel)).ShouldContain(shown);
        sandbox.Control.WithdrawAudio(sound);
        (await Look(sandbox, reel)).ShouldContain(shown);
    }

    [Fact]
    public async Task A_carousel_is_swiped_and_each_picture_has_its_own_words()
    {
        await using var sandbox = await SandboxHost.Start(("ContainerPolls", "0"), ("VideoDelay", "00:00:00"));
        var first = await Make(sandbox, ("image_url", Picture), ("is_carousel_item", "true"), ("alt_text", "First"));
        var second = await Make(sandbox, ("media_type", "VIDEO"), ("video_url", "https://media.example/good.mp4"), ("is_carousel_item", "true"), ("user_tags", """[{"username":"ana.example"}]"""));
        var html = await Look(sandbox, await Publish(sandbox, ("media_type", "CAROUSEL"), ("children", $"{first},{second}")));

        html.ShouldContain("class=\"picture many\"");
        html.ShouldContain("First. Picture 1 of 2");
        html.ShouldContain("data-testid=\"phone-film\"");
        html.ShouldContain("Tagged: @ana.example");
    }

    [Fact]
    public async Task A_story_is_beside_the_face_for_a_day_and_never_in_the_grid()
    {
        await using var sandbox = await SandboxHost.Start(("ContainerPolls", "0"));
        var story = await Publish(sandbox, ("media_type", "STORIES"), ("image_url", Picture), ("user_tags", """[{"username":"ana.example"}]"""));

        (await Look(sandbox)).ShouldContain($"data-testid=\"phone-story\" data-media-id=\"{story}\"");
        (await Look(sandbox)).ShouldNotContain($"data-testid=\"phone-post\" data-media-id=\"{story}\"");
        (await Look(sandbox, story)).ShouldContain("data-testid=\"phone-story-open\"");
        (await Look(sandbox, story)).ShouldNotContain("phone-comment-input");
        sandbox.Control.MoveClock(TimeSpan.FromHours(24));
        (await Look(sandbox)).ShouldNotContain("phone-story");
        (await Look(sandbox, story)).ShouldContain("This story is over");
    }

    [Theory]
    [InlineData("MANUAL", 1000, false)]
    [InlineData("SS_PERFORMANCE", 71, false)]
    [InlineData("SS_PERFORMANCE", 72, true)]
    public async Task A_trial_reel_waits_outside_of_the_grid_until_it_graduates(string strategy, int hours, bool shown)
    {
        await using var sandbox = await SandboxHost.Start(("VideoDelay", "00:00:00"));
        var reel = await Publish(sandbox, ("media_type", "REELS"), ("video_url", "https://media.example/good.mp4"), ("trial_params", $$"""{"graduation_strategy":"{{strategy}}"}"""));
        var tile = $"data-testid=\"phone-post\" data-media-id=\"{reel}\"";

        (await Look(sandbox)).ShouldNotContain(tile);
        (await Look(sandbox, reel)).ShouldContain("Trial reel");
        // Its owner sees it among the posts all the time, or a lost answer could not be looked up.
        (await sandbox.Get($"/fb/v25.0/{sandbox.Lena}/media", sandbox.Token(host: ApiHost.Facebook))).Body.ShouldContain(reel);
        sandbox.Control.MoveClock(TimeSpan.FromHours(hours));
        (await Look(sandbox)).Contains(tile, StringComparison.Ordinal).ShouldBe(shown);
        sandbox.Control.Graduate(reel);
        (await Look(sandbox)).ShouldContain(tile);
    }

    [Fact]
    public async Task Where_comments_are_off_nobody_can_write_and_a_deleted_post_is_gone()
    {
        await using var sandbox = await SandboxHost.Start(("ContainerPolls", "0"));
        var media = await Publish(sandbox, ("image_url", Picture), ("is_comment_prompt_used", "true"));
        (await Look(sandbox, media)).ShouldContain("phone-prompt");
        await sandbox.PostForm($"/fb/v25.0/{media}", sandbox.Token(host: ApiHost.Facebook), ("comment_enabled", "false"));
        (await Look(sandbox, media)).ShouldContain("Comments are switched off under this post.");
        (await sandbox.Delete($"/fb/v25.0/{media}", sandbox.Token(host: ApiHost.Facebook))).Text("deleted_id").ShouldBe(media);
        (await Look(sandbox, media)).ShouldContain("This post is no longer there.");
    }

    private static async Task<string> Make(SandboxHost sandbox, params (string, string)[] form) =>
        (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media", sandbox.Token(host: ApiHost.Facebook), form)).Text("id");

    private static async Task<string> Publish(SandboxHost sandbox, params (string, string)[] form) =>
        (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media_publish", sandbox.Token(host: ApiHost.Facebook), ("creation_id", await Make(sandbox, form)))).Text("id");

    private static Task<string> Look(SandboxHost sandbox, string? post = null) => sandbox.Http.GetStringAsync(
        $"/phone?as=ana.example&page=lena.bakes&lang=en{(post is null ? "" : $"&post={post}")}", TestContext.Current.CancellationToken);
}
