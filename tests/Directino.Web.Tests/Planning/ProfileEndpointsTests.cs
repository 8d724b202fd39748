using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Planning;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

public sealed class ProfileEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_and_people_see_the_profile_to_come_and_posts_exchange_their_times()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await studio.Account(workspace, "nora.bakes");
        var now = studio.Clock.GetUtcNow();
        var (soon, late) = (await Draft(owner, account, "Soon", now.AddDays(1)), await Draft(owner, account, "Late", now.AddDays(2)));
        (await Captions(owner, account)).ShouldBe(["Late", "Soon"]);
        (await owner.PostAsJsonAsync($"/api/v1/posts/{soon}/swap", new { with = late }, Ct)).EnsureSuccessStatusCode();
        (await Captions(owner, account)).ShouldBe(["Soon", "Late"]);
        var page = await owner.GetStringAsync($"/plan/profile?account={account}", Ct);
        page.IndexOf($"/plan/posts/{soon}", StringComparison.Ordinal).ShouldBeInRange(1, page.IndexOf($"/plan/posts/{late}", StringComparison.Ordinal));
        using var self = await owner.PostAsJsonAsync($"/api/v1/posts/{soon}/swap", new { with = soon }, Ct);
        self.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await self.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("rule").GetString().ShouldBe(PostRules.OtherAccount);
    }

    private static async Task<string> Draft(HttpClient client, Guid account, string caption, DateTimeOffset at)
    {
        using var made = await client.PostAsJsonAsync("/api/v1/posts", new { accountId = account, caption, at }, Ct);
        return (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()!;
    }

    private static async Task<List<string?>> Captions(HttpClient client, Guid account) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{account}/profile", Ct)).GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("beginning").GetString())];
}
