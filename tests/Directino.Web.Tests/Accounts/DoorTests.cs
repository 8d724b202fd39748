using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Directino.Accounts;
using Directino.Mail;
using Directino.Web.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Tests.Accounts;

public sealed partial class DoorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_signs_up_out_and_in_again()
    {
        await using var studio = await WebStudio.Open();
        using var browser = studio.Stranger();
        (await SignUp(browser)).Headers.Location!.OriginalString.ShouldEndWith("/");
        (await browser.GetFromJsonAsync<Me>("/api/v1/me", Ct))!.Name.ShouldBe("Lena");
        await Submit(browser, "/settings", "/account/sign-out", []);
        (await browser.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SignIn(browser, "rye and butter")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_page()
    {
        await using var studio = await WebStudio.Open();
        using var browser = studio.Stranger();
        await SignUp(browser);
        using var other = studio.Stranger();
        var wrong = await (await SignIn(other, "not the password")).Content.ReadAsStringAsync(Ct);
        var unknown = await (await SignIn(other, "not the password", "nobody@example.test")).Content.ReadAsStringAsync(Ct);
        wrong.ShouldContain("do not fit");
        Unvarying(wrong).ShouldBe(Unvarying(unknown).Replace("nobody@example.test", "lena@example.test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_wrong_tries_lock_even_the_right_password_out_for_a_while()
    {
        await using var studio = await WebStudio.Open();
        using var browser = studio.Stranger();
        await SignUp(browser);
        using var other = studio.Stranger();
        for (var i = 0; i < 8; i++)
            await SignIn(other, $"wrong password {i}");
        (await SignIn(other, "rye and butter")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_typed_stays_and_each_flaw_stands_at_its_field()
    {
        await using var studio = await WebStudio.Open();
        using var browser = studio.Stranger();
        var page = await (await SignUp(browser, ("Input.Password", "short"))).Content.ReadAsStringAsync(Ct);
        page.ShouldContain("At least 10 characters are needed.");
        page.ShouldContain("lena@example.test");
        await using var db = studio.Database.OpenEverywhere();
        (await db.Set<Person>().AnyAsync(Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_forgotten_password_is_set_by_a_mailed_link_that_works_once_and_ends_other_visits()
    {
        await using var studio = await WebStudio.Open();
        using var browser = studio.Stranger();
        await SignUp(browser);
        using var other = studio.Stranger();
        await Submit(other, "/account/forgot", "/account/forgot", [("_handler", "forgot"), ("Input.Email", "lena@example.test")]);
        await Submit(other, "/account/forgot", "/account/forgot", [("_handler", "forgot"), ("Input.Email", "nobody@example.test")]);
        var mail = (await studio.Get<Postman>().ReadFolder(10, Ct)).ShouldHaveSingleItem();
        mail.Workspace.ShouldBeNull();
        var link = new Uri(Link().Match(mail.Text).Value).PathAndQuery;
        (await Submit(other, link, link, [("_handler", "reset"), ("Input.Password", "butter and rye")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await other.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var third = studio.Stranger();
        (await Submit(third, link, link, [("_handler", "reset"), ("Input.Password", "once more again")])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/api/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Looking_around_takes_one_click_and_brings_two_accounts()
    {
        await using var studio = await WebStudio.Open();
        using var browser = studio.Stranger();
        (await (await browser.GetAsync("/", Ct)).Content.ReadAsStringAsync(Ct)).ShouldContain("look-around");
        (await Submit(browser, "/", "/look-around", [("zone", "Asia/Tehran")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var accounts = (await browser.GetFromJsonAsync<List<AccountRow>>("/api/v1/accounts", Ct))!;
        accounts.Select(a => a.Username).ShouldBe(["nora.bakes", "studio.terra"]);
        accounts.ShouldAllBe(a => a.TimeZone == "Asia/Tehran" && a.State == "Connected");
    }

    [Fact]
    public async Task A_form_without_its_own_token_changes_nothing()
    {
        await using var studio = await WebStudio.Open();
        using var browser = studio.Stranger();
        using var form = new FormUrlEncodedContent([new("zone", "UTC")]);
        (await browser.PostAsync("/look-around", form, Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<HttpResponseMessage> SignUp(HttpClient browser, params (string, string)[] other)
    {
        Dictionary<string, string> fields = new()
        {
            ["_handler"] = "sign-up", ["Input.Name"] = "Lena", ["Input.Email"] = "lena@example.test", ["Input.Password"] = "rye and butter",
            ["Input.IsOldEnough"] = "True", ["Input.AcceptsPolicy"] = "True", ["Input.Zone"] = "Europe/Berlin",
        };
        foreach (var (name, value) in other)
            fields[name] = value;
        return Submit(browser, "/account/sign-up", "/account/sign-up", [.. fields.Select(f => (f.Key, f.Value))]);
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient browser, string password, string email = "lena@example.test") =>
        Submit(browser, "/account/sign-in", "/account/sign-in", [("_handler", "sign-in"), ("Input.Email", email), ("Input.Password", password)]);

    /// <summary>Opens the page the form is on, as a browser must for its token, and sends it.</summary>
    private static async Task<HttpResponseMessage> Submit(HttpClient browser, string page, string action, IReadOnlyList<(string Name, string Value)> fields)
    {
        var html = await (await browser.GetAsync(page, Ct)).Content.ReadAsStringAsync(Ct);
        var token = Token().Match(html).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        return await browser.PostAsync(action, form, Ct);
    }

    /// <summary>What a person sees of it: the page's own part, without the form's token.</summary>
    private static string Unvarying(string html) => Token().Replace(MainPart().Match(html).Value, "");

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();

    private sealed record Me(string Name);

    private sealed record AccountRow(string Username, string TimeZone, string State);
}
