using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Accounts.Tokens;
using Directino.Instagram;
using Directino.Persistence;
using Directino.Sandbox.Control;
using Directino.Sandbox.Graph;
using Directino.Web.Tests.Planning;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Publishing;

public sealed class AudioEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_finds_a_sound_and_puts_it_under_a_reel()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await Connected(studio, workspace);
        var trending = await owner.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{account}/audio", Ct);
        trending.GetProperty("items").GetArrayLength().ShouldBe(10);
        var rest = await owner.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{account}/audio?after={Uri.EscapeDataString(trending.GetProperty("next").GetString()!)}", Ct);
        (rest.GetProperty("items").GetArrayLength(), rest.GetProperty("next").ValueKind).ShouldBe((2, JsonValueKind.Null));
        var sound = (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{account}/audio?type=OriginalSound&q=bell", Ct)).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (sound.GetProperty("title").GetString(), sound.GetProperty("artist").GetString(), sound.GetProperty("seconds").GetDouble(), sound.GetProperty("previewUrl").ValueKind)
            .ShouldBe(("The door bell of a bakery", "otto.kneads.invented", 12, JsonValueKind.Null));

        var id = sound.GetProperty("id").GetString();
        var post = await Made(owner, new { accountId = account, kind = "Reel", caption = "Open", options = new { audio = new { audioId = id, title = " The door bell ", audioVolume = 0 } } });
        var read = await Options(owner, post);
        var audio = read.GetProperty("audio");
        (audio.GetProperty("audioId").GetString(), audio.GetProperty("title").GetString(), audio.GetProperty("artist").ValueKind).ShouldBe((id, "The door bell", JsonValueKind.Null));
        (audio.GetProperty("audioVolume").GetInt32(), audio.GetProperty("videoVolume").GetInt32()).ShouldBe((0, 100));
        var silent = await Made(owner, new { accountId = account, kind = "Reel", caption = "Open", options = new { audio = new { audioId = " " } } });
        (await Options(owner, silent)).GetProperty("audio").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_Instagram_would_not_take_is_named_beside_its_field_with_what_mends_it()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await Connected(studio, workspace);
        var post = await Made(owner, new { accountId = account, kind = "Reel", caption = "Open", options = new { audioName = "Oven hum", audio = new { audioId = "7", videoVolume = 101 } } });
        using var refused = await owner.PutAsJsonAsync($"/api/v1/posts/{post}/slot", new { at = studio.Clock.GetUtcNow().AddDays(1) }, Ct);
        var errors = (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors");
        errors.GetProperty("options.audioName")[0].GetString()!.ShouldContain("not both");
        errors.GetProperty("options.audio")[0].GetString()!.ShouldContain("0 to 100");
    }

    [Fact]
    public async Task Without_a_leave_or_through_the_other_login_it_is_refused_with_its_reason()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        await Refused(owner, await studio.Account(workspace, "nora.bakes", InstagramLogin.Instagram), "facebook-login-only");
        await Refused(owner, await Connected(studio, workspace, mayPublish: false), "switched-off");
        (await owner.GetAsync($"/api/v1/accounts/{Guid.CreateVersion7()}/audio", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetAsync($"/api/v1/accounts/{Guid.CreateVersion7()}/audio?type=noise", Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var viewer = await studio.As(Role.Viewer, workspace);
        (await viewer.GetAsync($"/api/v1/accounts/{Guid.CreateVersion7()}/audio", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task Refused(HttpClient owner, Guid account, string rule)
    {
        using var answer = await owner.GetAsync($"/api/v1/accounts/{account}/audio", Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("rule").GetString().ShouldBe(rule);
    }

    private static async Task<Guid> Connected(WebStudio studio, WorkspaceId workspace, bool mayPublish = true)
    {
        var token = studio.Get<SandboxControl>().IssueToken("studio.terra", ApiHost.Facebook);
        var id = AccountId.New(studio.Clock);
        var account = new ConnectedAccount
        {
            Id = id, WorkspaceId = workspace, Login = InstagramLogin.Facebook, InstagramId = token.AccountId!, AppScopedId = token.AccountId!, Username = "studio.terra", TimeZone = "Europe/Lisbon",
            Scopes = string.Join(' ', token.Scopes), MayPublish = mayPublish, ConnectedAt = studio.Clock.GetUtcNow(), ConnectedBy = PersonId.New(studio.Clock),
            SealedToken = await studio.Get<TokenVault>().Seal(workspace, id, token.Value, Ct),
        };
        await using var db = studio.Database.Open(workspace);
        db.Add(account);
        await db.SaveChangesAsync(Ct);
        return id.Value;
    }

    private static async Task<Guid> Made(HttpClient owner, object body)
    {
        using var made = await owner.PostAsJsonAsync("/api/v1/posts", body, Ct);
        made.IsSuccessStatusCode.ShouldBeTrue(await made.Content.ReadAsStringAsync(Ct));
        return (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
    }

    private static async Task<JsonElement> Options(HttpClient owner, Guid post) =>
        (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/posts/{post}", Ct)).GetProperty("options");
}
