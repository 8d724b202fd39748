using System.Net;
using System.Web;

namespace Directino.Tests.Sandbox;

public sealed class LoginTests
{
    private const string AllScopes = "instagram_business_basic,instagram_business_content_publish,instagram_business_manage_comments";

    [Fact]
    public async Task The_consent_page_lists_accounts_and_scopes_and_says_it_is_a_sandbox()
    {
        await using var sandbox = await SandboxHost.Start();
        var page = await sandbox.Get(Authorize(), null);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("Sandbox");
        page.Body.ShouldContain("lena.bakes");
        page.Body.ShouldContain("instagram_business_manage_comments");
    }

    [Theory]
    [InlineData("client_id=1")]
    [InlineData("redirect_uri=nowhere")]
    [InlineData("scope=business_basic")]
    [InlineData("scope=instagram_business_manage_comments")]
    public async Task A_wrong_request_is_refused_on_the_page(string change)
    {
        await using var sandbox = await SandboxHost.Start();
        var name = change.Split('=')[0];
        var query = HttpUtility.ParseQueryString(Authorize().Split('?')[1]);
        query[name] = change.Split('=')[1];
        (await sandbox.Get("/ig/oauth/authorize?" + query, null)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Cancelling_returns_the_three_error_parameters_and_the_state()
    {
        await using var sandbox = await SandboxHost.Start();
        var back = await Decide(sandbox, "cancel");
        back.ShouldStartWith(SandboxHost.Redirect + "?error=access_denied&error_reason=user_denied&error_description=The+user+denied+your+request");
        back.ShouldContain("state=s1");
    }

    [Fact]
    public async Task A_code_works_once_and_gives_the_scopes_that_were_not_declined()
    {
        await using var sandbox = await SandboxHost.Start();
        var code = Code(await Decide(sandbox, "allow", "instagram_business_basic"));
        var first = (await Exchange(sandbox, code)).ShouldSucceed();
        first.Json["permissions"]!.AsArray().Select(p => p!.ToString()).ShouldBe(["instagram_business_basic"]);
        first.Json["user_id"]!.GetValueKind().ShouldBe(System.Text.Json.JsonValueKind.Number);
        var again = await Exchange(sandbox, code);
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.Text("error_type").ShouldBe("OAuthException");
        again.Text("error_message").ShouldBe("Matching code was not found or was already used");
    }

    [Fact]
    public async Task A_code_dies_after_an_hour()
    {
        await using var sandbox = await SandboxHost.Start();
        var code = Code(await Decide(sandbox, "allow"));
        sandbox.Clock.Advance(TimeSpan.FromHours(1));
        (await Exchange(sandbox, code)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_redirect_address_or_a_wrong_secret_is_refused_in_the_same_shape()
    {
        await using var sandbox = await SandboxHost.Start();
        var code = Code(await Decide(sandbox, "allow"));
        (await Exchange(sandbox, code, redirect: "https://evil.example/")).Text("error_type").ShouldBe("OAuthException");
        (await Exchange(sandbox, code, secret: "guess")).Text("error_type").ShouldBe("OAuthException");
        (await Exchange(sandbox, code)).ShouldSucceed();
    }

    [Fact]
    public async Task The_answer_can_be_wrapped()
    {
        await using var sandbox = await SandboxHost.Start(("CodeAnswer", "Wrapped"));
        var answer = await Exchange(sandbox, Code(await Decide(sandbox, "allow")));
        var row = answer.Json["data"]![0]!;
        row["permissions"]!.ToString().ShouldBe(AllScopes);
        row["user_id"]!.GetValueKind().ShouldBe(System.Text.Json.JsonValueKind.String);
    }

    [Fact]
    public async Task The_user_id_of_the_exchange_is_not_the_one_of_me()
    {
        await using var sandbox = await SandboxHost.Start();
        var answer = await Exchange(sandbox, Code(await Decide(sandbox, "allow")));
        var me = await sandbox.Get("/ig/v25.0/me?fields=user_id,username", answer.Text("access_token"));
        me.Text("user_id").ShouldBe(sandbox.Lena);
        me.Text("id").ShouldBe(answer.Text("user_id"));
        me.Text("id").ShouldNotBe(me.Text("user_id"));
    }

    [Fact]
    public async Task A_short_token_lives_an_hour_and_can_be_exchanged_for_sixty_days()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = (await Exchange(sandbox, Code(await Decide(sandbox, "allow")))).Text("access_token");
        var longer = (await Lengthen(sandbox, token)).ShouldSucceed();
        longer.Text("expires_in").ShouldBe("5184000");
        sandbox.Clock.Advance(TimeSpan.FromHours(1));
        var me = await sandbox.Get("/v25.0/me", token);
        me.ShouldFail(190, 463);
        me.Error!["message"]!.ToString().ShouldStartWith("Error validating access token: Session has expired on Friday, 20-Nov-26 03:00:00 PST.");
        (await Lengthen(sandbox, token)).ShouldFail(190, 463);
        (await sandbox.Get("/v25.0/me", longer.Text("access_token"))).ShouldSucceed();
    }

    [Fact]
    public async Task A_long_token_is_refreshed_only_after_a_day_and_before_it_expires()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        (await Refresh(sandbox, token)).ShouldFail(100);
        sandbox.Clock.Advance(TimeSpan.FromHours(24));
        var fresh = (await Refresh(sandbox, token)).ShouldSucceed().Text("access_token");
        sandbox.Clock.Advance(TimeSpan.FromDays(59));
        (await sandbox.Get("/v25.0/me", token)).ShouldFail(190, 463);
        (await Refresh(sandbox, token)).ShouldFail(190, 463);
        (await sandbox.Get("/v25.0/me", fresh)).ShouldSucceed();
    }

    [Fact]
    public async Task A_revoked_token_answers_with_its_subcode()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        sandbox.Control.EndTokens("lena.bakes", 460).ShouldBe(1);
        (await sandbox.Get("/v25.0/me", token)).ShouldFail(190, 460);
    }

    [Fact]
    public async Task A_token_of_the_other_host_cannot_be_parsed()
    {
        await using var sandbox = await SandboxHost.Start();
        (await sandbox.Get("/fb/v25.0/me", sandbox.Token())).ShouldFail(190);
        (await sandbox.Get("/ig/v25.0/me", sandbox.Token(host: Directino.Sandbox.Graph.ApiHost.Facebook))).ShouldFail(190);
        (await sandbox.Get("/v25.0/me", null)).ShouldFail(2500);
    }

    [Fact]
    public async Task A_proof_of_the_secret_must_fit_the_token()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token(host: Directino.Sandbox.Graph.ApiHost.Facebook);
        var proof = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("sandbox-meta-app-secret"u8, System.Text.Encoding.UTF8.GetBytes(token)));
        (await sandbox.Get($"/fb/v25.0/me?appsecret_proof={proof}", token)).ShouldSucceed();
        (await sandbox.Get($"/fb/v25.0/me?appsecret_proof={new string('0', 64)}", token)).ShouldFail(100);
    }

    [Fact]
    public async Task The_host_name_chooses_the_host_where_there_is_no_prefix()
    {
        await using var sandbox = await SandboxHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://graph.facebook.com/v25.0/{sandbox.Lena}?fields=has_profile_pic");
        request.Headers.Authorization = new("Bearer", sandbox.Token(host: Directino.Sandbox.Graph.ApiHost.Facebook));
        (await sandbox.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Facebook_gives_page_tokens_permissions_and_token_facts()
    {
        await using var sandbox = await SandboxHost.Start();
        const string query = "/fb/v25.0/dialog/oauth?client_id=880000000000001&redirect_uri=https%3A%2F%2Fapp.example%2Ffb&state=s2&response_type=code&scope=instagram_basic,pages_show_list,instagram_manage_comments";
        var decision = await sandbox.PostForm(query, null, ("decision", "allow"), ("account", sandbox.Lena), ("account", sandbox.Otto), ("scope", "instagram_basic"), ("scope", "pages_show_list"));
        decision.Headers["Location"].ShouldEndWith("#_=_");
        var code = Code(decision.Headers["Location"]);
        var token = (await sandbox.Get($"/fb/v25.0/oauth/access_token?client_id=880000000000001&client_secret=sandbox-meta-app-secret&redirect_uri=https%3A%2F%2Fapp.example%2Ffb&code={code}", null)).ShouldSucceed();
        var user = (await sandbox.Get($"/fb/v25.0/oauth/access_token?grant_type=fb_exchange_token&client_id=880000000000001&client_secret=sandbox-meta-app-secret&fb_exchange_token={token.Text("access_token")}", null)).Text("access_token");

        var pages = await sandbox.Get("/fb/v25.0/me/accounts?fields=id,name,access_token,tasks,instagram_business_account{id,username}", user);
        pages.Json["data"]!.AsArray().Count.ShouldBe(2);
        pages.Json["data"]![0]!["instagram_business_account"]!["username"]!.ToString().ShouldBe("lena.bakes");
        var page = pages.Json["data"]![0]!["access_token"]!.ToString();
        (await sandbox.Get("/fb/v25.0/me?fields=instagram_business_account", page)).Json["instagram_business_account"]!["id"]!.ToString().ShouldBe(sandbox.Lena);
        sandbox.Clock.Advance(TimeSpan.FromDays(61));
        (await sandbox.Get("/fb/v25.0/me", user)).ShouldFail(190, 463);
        (await sandbox.Get("/fb/v25.0/me", page)).ShouldSucceed();

        var facts = (await sandbox.Get($"/fb/debug_token?input_token={page}&access_token=880000000000001|sandbox-meta-app-secret", null)).Json["data"]!;
        facts["type"]!.ToString().ShouldBe("PAGE");
        ((bool)facts["is_valid"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Declined_permissions_of_a_Facebook_user_are_listed_as_declined()
    {
        await using var sandbox = await SandboxHost.Start();
        const string query = "/fb/v25.0/dialog/oauth?client_id=880000000000001&redirect_uri=https%3A%2F%2Fapp.example%2Ffb&scope=instagram_basic,instagram_manage_comments";
        var decision = await sandbox.PostForm(query, null, ("decision", "allow"), ("account", sandbox.Lena), ("scope", "instagram_basic"));
        var token = (await sandbox.Get($"/fb/v25.0/oauth/access_token?client_id=880000000000001&client_secret=sandbox-meta-app-secret&redirect_uri=https%3A%2F%2Fapp.example%2Ffb&code={Code(decision.Headers["Location"])}", null)).Text("access_token");
        var rows = (await sandbox.Get("/fb/v25.0/me/permissions", token)).Json["data"]!.AsArray();
        rows.ToDictionary(r => r!["permission"]!.ToString(), r => r!["status"]!.ToString())
            .ShouldBe(new Dictionary<string, string> { ["instagram_basic"] = "granted", ["instagram_manage_comments"] = "declined" });
    }

    private static string Authorize() =>
        $"/ig/oauth/authorize?client_id=990000000000001&redirect_uri={Uri.EscapeDataString(SandboxHost.Redirect)}&response_type=code&scope={AllScopes}&state=s1";

    private static async Task<string> Decide(SandboxHost sandbox, string decision, params string[] scopes)
    {
        var granted = scopes.Length == 0 ? AllScopes.Split(',') : scopes;
        var answer = await sandbox.PostForm(Authorize(), null, [("decision", decision), ("account", sandbox.Lena), .. granted.Select(s => ("scope", s))]);
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers["Location"];
    }

    private static string Code(string location) => HttpUtility.ParseQueryString(new Uri(location).Query)["code"]!;

    private static Task<Answer> Exchange(SandboxHost sandbox, string code, string redirect = SandboxHost.Redirect, string secret = "sandbox-instagram-app-secret") =>
        sandbox.PostForm("/ig/oauth/access_token", null, ("client_id", "990000000000001"), ("client_secret", secret), ("grant_type", "authorization_code"), ("redirect_uri", redirect), ("code", code));

    private static Task<Answer> Lengthen(SandboxHost sandbox, string token) =>
        sandbox.Get($"/ig/access_token?grant_type=ig_exchange_token&client_secret=sandbox-instagram-app-secret&access_token={token}", null);

    private static Task<Answer> Refresh(SandboxHost sandbox, string token) =>
        sandbox.Get($"/ig/refresh_access_token?grant_type=ig_refresh_token&access_token={token}", null);
}
