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
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Tests.Publishing;

public sealed class ShopEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_looks_into_the_shop_and_marks_what_it_found()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var account = await Connected(studio, workspace);
        var catalog = (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{account}/catalogs", Ct))[0];
        (catalog.GetProperty("shop").GetString(), catalog.GetProperty("productCount").GetInt64()).ShouldBe(("Nora Bakes (Sandbox)", 9));
        var found = await owner.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/{account}/catalogs/{catalog.GetProperty("id").GetString()}/products?q=boule", Ct);
        var product = found.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (product.GetProperty("name").GetString(), product.GetProperty("review").GetString()).ShouldBe(("Sourdough boule", "Approved"));
        found.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);

        var media = await Picture(owner);
        object Marked(params object[] products) => new { accountId = account, items = new[] { new { mediaId = media, products } }, caption = "Buns" };
        var id = product.GetProperty("id").GetString();
        var post = await Made(owner, Marked(new { productId = id, name = "Sourdough boule", x = 0.25, y = 0.5 }));
        var mark = (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/posts/{post}", Ct)).GetProperty("items")[0].GetProperty("products")[0];
        (mark.GetProperty("productId").GetString(), mark.GetProperty("name").GetString(), mark.GetProperty("x").GetDecimal()).ShouldBe((id, "Sourdough boule", 0.25m));

        var wrong = await Made(owner, Marked(new { productId = id }, new { productId = "1" }));
        using var refused = await owner.PutAsJsonAsync($"/api/v1/posts/{wrong}/slot", new { at = studio.Clock.GetUtcNow().AddDays(1) }, Ct);
        (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty("items[0].products")[0].GetString()!.ShouldContain("its place");
    }

    [Fact]
    public async Task Without_a_leave_or_through_the_other_login_it_is_refused_with_its_reason()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        await Refused(owner, await studio.Account(workspace, "nora.bakes", InstagramLogin.Instagram), "facebook-login-only");
        await Refused(owner, await studio.Account(workspace, "studio.terra", InstagramLogin.Facebook), "switched-off");
        using var viewer = await studio.As(Role.Viewer, workspace);
        (await viewer.GetAsync($"/api/v1/accounts/{Guid.CreateVersion7()}/catalogs", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task Refused(HttpClient owner, Guid account, string rule)
    {
        using var answer = await owner.GetAsync($"/api/v1/accounts/{account}/catalogs", Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("rule").GetString().ShouldBe(rule);
    }

    /// <summary>The shop page of the sandbox, connected with Facebook's login.</summary>
    private static async Task<Guid> Connected(WebStudio studio, WorkspaceId workspace)
    {
        var token = studio.Get<SandboxControl>().IssueToken("nora.bakes", ApiHost.Facebook);
        var id = AccountId.New(studio.Clock);
        var account = new ConnectedAccount
        {
            Id = id, WorkspaceId = workspace, Login = InstagramLogin.Facebook, InstagramId = token.AccountId!, AppScopedId = token.AccountId!, Username = "nora.bakes", TimeZone = "Europe/Lisbon",
            Scopes = string.Join(' ', token.Scopes), MayTagProducts = true, ConnectedAt = studio.Clock.GetUtcNow(), ConnectedBy = PersonId.New(studio.Clock),
            SealedToken = await studio.Get<TokenVault>().Seal(workspace, id, token.Value, Ct),
        };
        await using var db = studio.Database.Open(workspace);
        db.Add(account);
        await db.SaveChangesAsync(Ct);
        return id.Value;
    }

    private static async Task<Guid> Picture(HttpClient owner)
    {
        using var file = new ByteArrayContent(Survival.Pictures.Plain());
        using var added = await owner.PostAsync("/api/v1/media?fileName=buns.jpg", file, Ct);
        return (await added.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
    }

    private static async Task<Guid> Made(HttpClient owner, object body)
    {
        using var made = await owner.PostAsJsonAsync("/api/v1/posts", body, Ct);
        made.IsSuccessStatusCode.ShouldBeTrue(await made.Content.ReadAsStringAsync(Ct));
        return (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
    }
}
