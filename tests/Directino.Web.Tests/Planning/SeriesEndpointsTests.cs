using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Web.Tests.Studio;
using Directino.Web.Tests.Survival;

namespace Directino.Web.Tests.Planning;

public sealed class SeriesEndpointsTests
{
    private const string Series = "/api/v1/series";

    private static readonly object Fridays = new { unit = "Week", first = "2026-11-27", weekdays = (string[])["Friday"] };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_repeat_a_post_change_it_leave_out_a_day_pause_and_end_it()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var post = await Draft(studio, workspace, owner);
        var started = await Told(await owner.PostAsJsonAsync(Series, new { postId = post, time = "18:00", rule = Fridays, caption = "Buns on {weekday}", language = "en-GB" }, Ct), HttpStatusCode.Created);
        var series = started.GetProperty("series");
        var address = $"{Series}/{series.GetProperty("id").GetString()}";
        series.GetProperty("rrule").GetString().ShouldBe("FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=FR");
        Fates(started).ShouldBe([.. Enumerable.Repeat("Planned", 5), .. Enumerable.Repeat("ToBeMade", 7)]);
        var first = started.GetProperty("days")[0].GetProperty("postId").GetString();
        (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/posts/{first}", Ct)).GetProperty("caption").GetString().ShouldBe("Buns on Friday");

        var changed = await Told(await owner.PutAsJsonAsync(address, new { time = "09:30", rule = Fridays, version = series.GetProperty("version").GetInt32() }, Ct));
        changed.GetProperty("days")[0].GetProperty("at").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 11, 27, 9, 30, 0, TimeSpan.Zero));
        await Told(await owner.PutAsJsonAsync(address, new { time = "09:30", rule = Fridays, version = 1 }, Ct), HttpStatusCode.Conflict);
        Fates(await Told(await owner.PutAsJsonAsync($"{address}/days/2026-12-04", new { isSkipped = true }, Ct)))[1].ShouldBe("Skipped");
        await Told(await owner.PutAsJsonAsync($"{address}/days/2026-12-05", new { isSkipped = true }, Ct), HttpStatusCode.BadRequest);
        Fates(await Told(await owner.PutAsJsonAsync($"{address}/days/2026-12-04", new { isSkipped = false }, Ct)))[1].ShouldBe("Planned");
        await Told(await owner.PutAsJsonAsync($"/api/v1/posts/{first}/series/words", new { }, Ct));
        await Told(await owner.PutAsJsonAsync($"/api/v1/posts/{post}/series/words", new { }, Ct), HttpStatusCode.Conflict);
        (await Told(await owner.PutAsJsonAsync($"{address}/rest", new { isPaused = true }, Ct))).GetProperty("days").GetArrayLength().ShouldBe(0);
        (await Told(await owner.PutAsJsonAsync($"{address}/rest", new { isPaused = false }, Ct))).GetProperty("days").GetArrayLength().ShouldBe(12);
        (await Told(await owner.PutAsJsonAsync($"{address}/rest", new { hasEnded = true }, Ct))).GetProperty("series").GetProperty("endedAt").ValueKind.ShouldBe(JsonValueKind.String);
        (await owner.GetFromJsonAsync<JsonElement>(Series, Ct)).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_repeated_is_said_beside_its_field()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var post = await Draft(studio, workspace, owner);
        async Task<JsonElement> Errors(object request) => (await Told(await owner.PostAsJsonAsync(Series, request, Ct), HttpStatusCode.BadRequest)).GetProperty("errors");
        (await Errors(new { postId = post, time = "18:00", rule = new { unit = "Week", first = "2026-11-27" } })).GetProperty("rule.weekdays")[0].GetString()!.ShouldContain("weekday");
        (await Errors(new { postId = post, time = "18:00" })).TryGetProperty("rule.first", out _).ShouldBeTrue();
        (await Errors(new { postId = post, time = "18:00", rule = Fridays, caption = "{place}" })).GetProperty("caption")[0].GetString()!.ShouldContain("{place}");
        var bare = (await Told(await owner.PostAsJsonAsync("/api/v1/posts", new { caption = "Words" }, Ct), HttpStatusCode.Created)).GetProperty("id").GetString();
        (await Errors(new { postId = bare, time = "18:00", rule = Fridays })).TryGetProperty("accountId", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task The_pages_say_the_rule_in_words_and_a_post_leads_to_its_series()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var post = await Draft(studio, workspace, owner);
        (await owner.GetStringAsync("/plan/series", Ct)).ShouldContain("Nothing is repeated yet");
        (await owner.GetStringAsync($"/plan/posts/{post}", Ct)).ShouldContain($"/plan/series/new?post={post}");
        (await owner.GetStringAsync($"/plan/series/new?post={post}", Ct)).ShouldContain("series-form");
        var rule = new { unit = "Month", first = "2026-11-30", every = 2, until = "2027-12-31" };
        var started = await Told(await owner.PostAsJsonAsync(Series, new { postId = post, time = "18:00", rule }, Ct), HttpStatusCode.Created);
        var page = await owner.GetStringAsync($"/plan/series/{started.GetProperty("series").GetProperty("id").GetString()}", Ct);
        page.ShouldContain("Every 2 months on day 30 of the month at 18:00, until Fri 31 Dec 2027");
        (await owner.GetStringAsync("/plan/series", Ct)).ShouldContain("nora.bakes");
        (await owner.GetStringAsync($"/plan/posts/{started.GetProperty("days")[0].GetProperty("postId").GetString()}", Ct)).ShouldContain("In a series");
    }

    private static List<string?> Fates(JsonElement details) => [.. details.GetProperty("days").EnumerateArray().Select(d => d.GetProperty("fate").GetString())];

    private static async Task<JsonElement> Told(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        using (answer)
        {
            answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync(Ct));
            return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        }
    }

    private static async Task<string> Draft(WebStudio studio, WorkspaceId workspace, HttpClient owner)
    {
        var account = new ConnectedAccount
        {
            Id = AccountId.New(studio.Clock), WorkspaceId = workspace, Login = InstagramLogin.Instagram, InstagramId = "17840000000000001", AppScopedId = "1", Username = "nora.bakes",
            TimeZone = "Europe/Lisbon", Scopes = Scopes.For(InstagramLogin.Instagram, Capability.Publish), ConnectedAt = studio.Clock.GetUtcNow(), ConnectedBy = PersonId.New(studio.Clock),
        };
        await using (var db = studio.Database.Open(workspace))
        {
            db.Add(account);
            await db.SaveChangesAsync(Ct);
        }

        using var file = new ByteArrayContent(Pictures.Plain());
        var picture = (await Told(await owner.PostAsync("/api/v1/media?fileName=buns.jpg", file, Ct), HttpStatusCode.Created)).GetProperty("id").GetString();
        var post = await Told(await owner.PostAsJsonAsync("/api/v1/posts", new { accountId = account.Id.Value, items = new[] { new { mediaId = picture } }, caption = "Buns" }, Ct), HttpStatusCode.Created);
        return post.GetProperty("id").GetString()!;
    }
}
