using System.Net;
using Directino.Sandbox.Control;
using Directino.Sandbox.Graph;

namespace Directino.Tests.Cast;

public sealed class PhoneTests
{
    private const string Hostile = """<script>alert("x")</script><img src=x onerror=alert(1)> & 'quoted'""";

    [Fact]
    public async Task The_grid_shows_the_posts_newest_first_and_says_that_it_is_a_sandbox()
    {
        await using var host = await CastHost.Start();
        var html = await host.Page("as=ana.reyes&page=nora.bakes");
        html.ShouldContain("Sandbox");
        html.ShouldContain("""<select name="as" data-testid="phone-person">""");
        html.IndexOf("data-testid=\"phone-post\"", StringComparison.Ordinal).ShouldBe(html.IndexOf($"data-testid=\"phone-post\" data-media-id=\"{host.NewestPost}\"", StringComparison.Ordinal));
        html.Split("data-testid=\"phone-post\"").Length.ShouldBe(42);
    }

    [Fact]
    public async Task A_comment_written_on_the_phone_appears_encoded()
    {
        await using var host = await CastHost.Start();
        using var answer = await host.Submit($"/phone/comments?as=ana.reyes&page=nora.bakes&post={host.NewestPost}", ("text", Hostile));
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.ShouldContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("<img src=x");
        host.World.Read(s => s.CommentsOf(host.NewestPost).Count(c => c.Text == Hostile && c.PersonId == "ana.reyes")).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_goes_to_the_page_and_its_answer_waits_as_new_until_it_is_seen()
    {
        await using var host = await CastHost.Start();
        using var sent = await host.Submit("/phone/messages?as=kofi.mensah&page=nora.bakes&view=messages", ("text", Hostile));
        var thread = await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        thread.ShouldContain("data-testid=\"phone-message\" data-from=\"me\"");
        thread.ShouldNotContain("<script>alert");

        await Answer(host, "kofi.mensah", "Eleven left. Run.");
        (await host.Page("as=kofi.mensah&page=nora.bakes")).ShouldContain("data-testid=\"phone-notice\"");
        (await host.Page("as=kofi.mensah&page=nora.bakes&view=messages")).ShouldContain("data-from=\"page\"");
        using var seen = await host.Submit("/phone/seen?as=kofi.mensah&page=nora.bakes");
        seen.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await host.Page("as=kofi.mensah&page=nora.bakes")).ShouldNotContain("data-testid=\"phone-notice\"");
    }

    [Fact]
    public async Task Whoever_listens_is_told_when_something_changes()
    {
        await using var host = await CastHost.Start();
        using var stream = await host.Http.GetStreamAsync(new Uri("/phone/live", UriKind.Relative), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("data: look");
        await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        host.Control.Comment("ana.reyes", host.NewestPost, "PRICE");
        (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("data: look");
    }

    [Fact]
    public async Task It_speaks_Persian_from_right_to_left()
    {
        await using var host = await CastHost.Start();
        var html = await host.Page("as=maryam.ahmadi&page=studio.terra&lang=fa");
        html.ShouldContain("""<html lang="fa" dir="rtl">""");
        html.ShouldContain("۶۲٬۱۱۸");
        html.ShouldContain("&amp;lang=fa\"");
    }

    [Fact]
    public async Task What_is_too_long_is_refused_with_a_sentence()
    {
        await using var host = await CastHost.Start();
        using var answer = await host.Submit($"/phone/comments?as=ana.reyes&page=nora.bakes&post={host.NewestPost}", ("text", new string('a', 2201)));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("That is too long: 2,200 characters are the most.");
    }

    [Fact]
    public async Task A_form_of_another_site_speaks_for_nobody()
    {
        await using var host = await CastHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/phone/comments?as=ana.reyes&page=nora.bakes&post={host.NewestPost}")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("text", "not me")]),
            Headers = { { "Sec-Fetch-Site", "cross-site" } },
        };
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.World.Read(s => s.CommentsOf(host.NewestPost).Any(c => c.Text == "not me")).ShouldBeFalse();
    }

    private static async Task Answer(CastHost host, string person, string text)
    {
        var token = host.Control.IssueToken("nora.bakes", ApiHost.Instagram).Value;
        var recipient = host.World.Read(s => s.ScopedId(person, s.AccountNamed("nora.bakes")!.Id));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ig/v25.0/me/messages")
        {
            Content = new StringContent($$$"""{"recipient":{"id":"{{{recipient}}}"},"message":{"text":"{{{text}}}"}}""", System.Text.Encoding.UTF8, "application/json"),
            Headers = { Authorization = new("Bearer", token) },
        };
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
