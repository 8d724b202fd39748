using System.Net;
using Directino.Sandbox.Control;
using Directino.Sandbox.Graph;

namespace Directino.Tests.Sandbox;

/// <summary>The poll below a caption: followers vote on the phone, programs read how it stands on the Facebook host.</summary>
public sealed class PollTests
{
    private const string Poll = """{"option_a":"Rye","option_b":"Wheat","option_c":"Both"}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_poll_is_read_with_the_parts_of_its_votes_and_its_end()
    {
        await using var sandbox = await SandboxHost.Start(("ContainerPolls", "0"));
        var media = await Publish(sandbox, ("poll_attachment", Poll));
        var end = sandbox.Clock.GetUtcNow().AddDays(3).ToUnixTimeSeconds();
        (await Read(sandbox, media)).Body.ShouldBe(
            $$"""{"option_a":"Rye","option_a_votes_percentage":0,"option_b":"Wheat","option_b_votes_percentage":0,"option_c":"Both","option_c_votes_percentage":0,"expiration_timestamp":"{{end}}"}""");

        foreach (var (person, option) in new[] { ("ana.example", 0), ("leo.example", 1), ("ana.example", 2) }) sandbox.Control.Vote(person, media, option);

        // The last choice of a person counts.
        (await Read(sandbox, media)).Body.ShouldContain("\"option_a_votes_percentage\":0,\"option_b\":\"Wheat\",\"option_b_votes_percentage\":0.5,\"option_c\":\"Both\",\"option_c_votes_percentage\":0.5");
        sandbox.Journal("poll-voted").Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_poll_ends_after_three_days_unless_it_is_meant_to_stay_open()
    {
        await using var sandbox = await SandboxHost.Start(("ContainerPolls", "0"));
        var brief = await Publish(sandbox, ("poll_attachment", Poll));
        var open = await Publish(sandbox, ("poll_attachment", Poll), ("is_poll_duration_extended", "true"));
        sandbox.Control.MoveClock(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        sandbox.Control.Vote("ana.example", brief, 1);
        sandbox.Control.MoveClock(TimeSpan.FromSeconds(1));
        Should.Throw<ActRefused>(() => sandbox.Control.Vote("leo.example", brief, 1));
        sandbox.Control.Vote("leo.example", open, 1);
        Should.Throw<ActRefused>(() => sandbox.Control.Vote("leo.example", open, 3));
        (await Read(sandbox, open)).Body.ShouldNotContain("expiration_timestamp");
    }

    [Fact]
    public async Task Without_a_poll_the_answer_is_null_and_stories_and_the_Instagram_host_have_none()
    {
        await using var sandbox = await SandboxHost.Start(("ContainerPolls", "0"));
        (await Read(sandbox, sandbox.Post)).Body.ShouldBe("null");
        var story = (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media", Token(sandbox), ("media_type", "STORIES"), ("image_url", "https://media.example/square.jpg"))).Text("id");
        var media = (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media_publish", Token(sandbox), ("creation_id", story))).Text("id");
        (await Read(sandbox, media)).ShouldFail(100);
        (await sandbox.Get($"/fb/v25.0/{sandbox.Post}/poll_attachment?fields=option_a", Token(sandbox))).ShouldFail(100);
        (await sandbox.Get($"/ig/v25.0/{sandbox.Post}/poll_attachment", sandbox.Token())).ShouldFail(100, 33);
    }

    [Fact]
    public async Task A_follower_votes_on_the_phone_and_sees_how_it_stands_afterwards()
    {
        await using var sandbox = await SandboxHost.Start(("ContainerPolls", "0"));
        var media = await Publish(sandbox, ("poll_attachment", Poll));
        (await Look(sandbox, media)).ShouldSatisfyAllConditions(h => h.ShouldContain("data-testid=\"phone-vote-1\""), h => h.ShouldNotContain("100%"));

        (await Vote(sandbox, media, "1")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Look(sandbox, media)).ShouldSatisfyAllConditions(h => h.ShouldContain("<b>100%</b>"), h => h.ShouldContain("Votes: 1"), h => h.ShouldContain("aria-pressed=\"true\" data-testid=\"phone-vote-1\""));
        (await Vote(sandbox, media, "7")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        sandbox.Control.MoveClock(TimeSpan.FromDays(3));
        (await Look(sandbox, media)).ShouldSatisfyAllConditions(h => h.ShouldContain("The poll is over"), h => h.ShouldNotContain("phone-vote"));
    }

    private static string Token(SandboxHost sandbox) => sandbox.Token(host: ApiHost.Facebook);

    private static Task<Answer> Read(SandboxHost sandbox, string media) => sandbox.Get($"/fb/v25.0/{media}/poll_attachment", Token(sandbox));

    private static Task<HttpResponseMessage> Vote(SandboxHost sandbox, string media, string option) => sandbox.Http.PostAsync(
        $"/phone/votes?as=ana.example&page=lena.bakes&post={media}", new FormUrlEncodedContent([KeyValuePair.Create("text", option)]), Ct);

    private static Task<string> Look(SandboxHost sandbox, string media) => sandbox.Http.GetStringAsync($"/phone?as=ana.example&page=lena.bakes&lang=en&post={media}", Ct);

    private static async Task<string> Publish(SandboxHost sandbox, params (string, string)[] form)
    {
        var container = (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media", Token(sandbox), [("image_url", "https://media.example/square.jpg"), .. form])).Text("id");
        return (await sandbox.PostForm($"/fb/v25.0/{sandbox.Lena}/media_publish", Token(sandbox), ("creation_id", container))).Text("id");
    }
}
