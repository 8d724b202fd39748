using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Web.Tests.Studio;
using Ical.Net;

namespace Directino.Web.Tests.Planning;

public sealed class FeedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_calendar_program_reads_the_plan_without_signing_in_and_is_told_when_nothing_changed()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Viewer, await studio.OpenWorkspace());
        using var program = studio.Stranger();
        var address = await Make(owner);
        using var first = await program.GetAsync(address, Ct);
        (first.StatusCode, first.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "text/calendar"));
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        studio.Clock.Advance(TimeSpan.FromHours(2));
        using var same = await program.SendAsync(again, Ct);
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        var listed = await owner.GetStringAsync("/api/v1/feeds", Ct);
        listed.ShouldNotContain(address.Split('/')[^1].Split('.')[0]);
        using var guessed = await program.GetAsync("/calendar/AAAA.ics", Ct);
        guessed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("2026-10-25T00:30:00Z")] // the first of two 01:30 in Lisbon
    [InlineData("2026-10-25T01:30:00Z")] // the second
    [InlineData("2027-03-28T01:30:00Z")] // just after the clock went forward
    public async Task Every_post_stands_at_its_instant_across_the_change_of_the_clock(string at)
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        (await owner.PostAsJsonAsync("/api/v1/posts", new { caption = "Rye, out of the oven; at \"seven\"\nfor all", at }, Ct)).EnsureSuccessStatusCode();
        var text = await owner.GetStringAsync(await Make(owner), Ct);
        var one = Calendar.Load(text)!.Events.ShouldHaveSingleItem();
        one.Start!.AsUtc.ShouldBe(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal));
        (one.Summary, one.Status).ShouldBe(("Draft: Rye, out of the oven; at \"seven\"", "TENTATIVE"));
        one.Url!.AbsolutePath.ShouldStartWith("/plan/posts/");
        text.ShouldContain("\r\n");
    }

    [Fact]
    public async Task A_changed_post_is_the_same_event_with_a_later_sequence()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var made = (await owner.PostAsJsonAsync("/api/v1/posts", new { caption = "Rye", at = "2026-12-01T18:00:00Z" }, Ct)).EnsureSuccessStatusCode();
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        var address = await Make(owner);
        var before = Calendar.Load(await owner.GetStringAsync(address, Ct))!.Events.Single();
        (await owner.PutAsJsonAsync($"/api/v1/posts/{id}", new { caption = "Buns" }, Ct)).EnsureSuccessStatusCode();
        var after = Calendar.Load(await owner.GetStringAsync(address, Ct))!.Events.Single();
        (after.Uid, after.Summary).ShouldBe((before.Uid, "Draft: Buns"));
        after.Sequence.ShouldBeGreaterThan(before.Sequence);
    }

    private static async Task<string> Make(HttpClient owner)
    {
        using var answer = (await owner.PostAsJsonAsync("/api/v1/feeds", new { }, Ct)).EnsureSuccessStatusCode();
        return new Uri((await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("address").GetString()!).AbsolutePath;
    }
}
