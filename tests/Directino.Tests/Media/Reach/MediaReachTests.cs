using System.Net;
using System.Net.Sockets;
using System.Text;
using Directino.Instagram;
using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Media.Reach;
using Directino.Publishing;
using Directino.Tests.Planning;
using Directino.Tests.Studio;
using Microsoft.Extensions.Options;

namespace Directino.Tests.Media.Reach;

/// <summary>Files are fetched by their public links, past whatever stands in front; here that is a socket which answers what it is told.</summary>
public sealed class MediaReachTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_whole_and_as_what_it_is_can_be_fetched_and_is_not_asked_for_again_within_a_minute()
    {
        await using var door = new Doorman();
        await using var studio = await ReachInStudio.Open(door.Address);
        var picture = await Picture(studio);
        door.Lend(await studio.Lent(picture));

        (await Look(studio, picture)).Fault.ShouldBeNull();
        var asked = door.Asked.Count;
        door.Asked.ShouldContain(r => r.StartsWith("GET /media/", StringComparison.Ordinal) && r.Contains("User-Agent: facebookexternalhit/", StringComparison.Ordinal));
        (await Look(studio, picture)).Fault.ShouldBeNull();
        door.Asked.Count.ShouldBe(asked);

        // It is seen again when somebody wants to know now, or a minute is over.
        (await Look(studio, picture, anew: true)).Fault.ShouldBeNull();
        door.Asked.Count.ShouldBe(asked * 2);
        studio.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Look(studio, picture)).At.ShouldBe(studio.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData("HTTP/1.1 301 Moved\nLocation: https://elsewhere.example/", ReachRules.Redirect, "301")]
    [InlineData("HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic", ReachRules.Password, "401")]
    [InlineData("HTTP/1.1 403 Forbidden", ReachRules.Forbidden, "403")]
    [InlineData("HTTP/1.1 404 Not Found", ReachRules.NotFound, "404")]
    [InlineData("HTTP/1.1 410 Gone", ReachRules.NotFound, "410")]
    [InlineData("HTTP/1.1 429 Too Many Requests", ReachRules.Forbidden, "429")]
    [InlineData("HTTP/1.1 502 Bad Gateway", ReachRules.ServerError, "502")]
    [InlineData("HTTP/1.1 204 No Content", ReachRules.Status, "204")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8", ReachRules.WrongType, "text/html")]
    [InlineData("HTTP/1.1 200 OK", ReachRules.WrongType, null)]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: image/jpeg\nContent-Length: 3", ReachRules.CutShort, null)]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: image/jpeg", ReachRules.CutShort, null)]
    [InlineData("SSH-2.0-OpenSSH_9.2", ReachRules.NoAnswer, null)]
    public async Task What_stands_in_front_of_the_files_is_told_apart(string head, string rule, string? detail)
    {
        await using var door = new Doorman();
        await using var studio = await ReachInStudio.Open(door.Address);
        var picture = await Picture(studio);
        var file = Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\nConnection: close\r\n\r\nabc");
        door.Answers = path => path == "/media/reach" ? Encoding.ASCII.GetBytes(Doorman.Reached) : path == "/robots.txt" ? Encoding.ASCII.GetBytes("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n") : file;
        (await Look(studio, picture)).Fault.ShouldBe(new ReachFault(rule, detail));
    }

    [Fact]
    public async Task A_file_whose_connection_breaks_off_has_not_come_whole()
    {
        await using var door = new Doorman();
        await using var studio = await ReachInStudio.Open(door.Address);
        var picture = await Picture(studio);
        var bytes = await studio.Lent(picture);
        door.Answers = path => path == "/media/reach" ? Encoding.ASCII.GetBytes(Doorman.Reached)
            : [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: {bytes.Length}\r\n\r\n"), .. bytes[..100]];
        (await Look(studio, picture)).Fault.ShouldBe(new ReachFault(ReachRules.CutShort));
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_told()
    {
        await using var studio = await ReachInStudio.Open("http://no-such-place.invalid");
        (await Site(studio)).Fault.ShouldBe(new ReachFault(ReachRules.Name));
    }

    [Fact]
    public async Task A_port_that_nobody_listens_at_is_told()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://{free.LocalEndpoint}";
        free.Stop();
        await using var studio = await ReachInStudio.Open(address);
        (await Site(studio)).Fault.ShouldBe(new ReachFault(ReachRules.Closed));
    }

    [Fact]
    public async Task Who_never_answers_is_waited_for_ten_seconds_and_no_longer()
    {
        await using var door = new Doorman { Answers = _ => null };
        await using var studio = await ReachInStudio.Open(door.Address);
        var looking = Site(studio);
        await door.Waits.Task.WaitAsync(Ct);
        studio.Clock.Advance(TimeSpan.FromSeconds(9.9));
        looking.IsCompleted.ShouldBeFalse();
        studio.Clock.Advance(TimeSpan.FromSeconds(0.1));
        (await looking).Fault.ShouldBe(new ReachFault(ReachRules.TooSlow));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_told()
    {
        await using var door = new Doorman(secure: true);
        await using var studio = await ReachInStudio.Open(door.Address);
        (await Site(studio)).Fault.ShouldBe(new ReachFault(ReachRules.Certificate));
        door.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_connection_that_ends_without_an_answer_is_told()
    {
        await using var door = new Doorman { Answers = _ => [] };
        await using var studio = await ReachInStudio.Open(door.Address);
        (await Site(studio)).Fault.ShouldBe(new ReachFault(ReachRules.NoAnswer));
    }

    [Fact]
    public async Task Robots_that_keep_meta_s_fetcher_out_are_told()
    {
        await using var door = new Doorman();
        const string robots = "User-agent: facebookexternalhit\nDisallow: /media/\n";
        door.Answers = path => Encoding.ASCII.GetBytes(path == "/robots.txt"
            ? $"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {robots.Length}\r\nConnection: close\r\n\r\n{robots}" : Doorman.Reached);
        await using var studio = await ReachInStudio.Open(door.Address);
        (await Site(studio)).Fault.ShouldBe(new ReachFault(ReachRules.Robots));
    }

    [Fact]
    public async Task Metas_instagram_reaches_no_address_of_this_machine_and_nothing_is_asked_to_know_that()
    {
        await using var door = new Doorman();
        await using var studio = await ReachInStudio.Open(door.Address, real: true);
        (await Site(studio)).Fault.ShouldBe(new ReachFault(ReachRules.Private));
        door.Asked.ShouldBeEmpty();
        // Nor does a name that only leads there.
        (await studio.Get<OutsideLook>().Fetch(new Uri($"http://localhost:{new Uri(door.Address).Port}/media/reach"), "text/plain", null, Ct)).ShouldBe(new ReachFault(ReachRules.Private));
        door.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_lies_in_the_way_to_one_file_stops_all_and_the_others_are_not_tried()
    {
        await using var door = new Doorman();
        door.Say("HTTP/1.1 503 Service Unavailable\nContent-Length: 0");
        await using var studio = await ReachInStudio.Open(door.Address);
        var shop = await studio.OpenWorkspace();
        var items = new List<MediaItem>();
        for (var i = 0; i < 10; i++)
            items.Add(await shop.Upload(TestPictures.Jpeg(400 + i, 400)));
        var readings = await studio.Get<MediaReach>().Files(items, anew: false, Ct);
        readings.Select(r => (r.Item, r.Fault)).ShouldBe(items.Select(i => ((MediaItemId?)i.Id, (ReachFault?)new ReachFault(ReachRules.ServerError, "503"))));
        door.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_video_that_is_sent_to_instagram_needs_no_link()
    {
        await using var door = new Doorman();
        door.Say("HTTP/1.1 401 Unauthorized\nContent-Length: 0");
        await using var studio = await ReachInStudio.Open(door.Address);
        var (carousel, reel) = (PaperPost.Of(ContainerKind.Carousel), PaperPost.Of(ContainerKind.Reel).Covered(PaperPost.Picture()));
        (await Looked(carousel, InstagramLogin.Facebook)).ShouldBe([carousel.Media[0].Id]);
        (await Looked(carousel, InstagramLogin.Instagram)).ShouldBe([carousel.Media[0].Id, carousel.Media[1].Id]);
        (await Looked(reel, InstagramLogin.Facebook)).ShouldBe([reel.Media[1].Id]);

        async Task<IEnumerable<MediaItemId?>> Looked(PaperPost post, InstagramLogin login) =>
            (await studio.Get<PostReach>().Look(post.Content, post.Media, login, anew: false, Ct)).Select(r => r.Item);
    }

    [Fact]
    public async Task Who_wants_nothing_looked_at_gets_nothing_looked_at()
    {
        await using var door = new Doorman();
        await using var studio = await ReachInStudio.Open(door.Address);
        studio.Get<IOptions<MediaOptions>>().Value.ReachCheck = false;
        var shop = await studio.OpenWorkspace();
        (await studio.Get<MediaReach>().Files([await shop.Upload(TestPictures.Jpeg(400, 400))], anew: true, Ct)).ShouldBeEmpty();
        door.Asked.ShouldBeEmpty();
    }

    private static Task<ReachReading> Site(Tests.Studio.Studio studio) => studio.Get<MediaReach>().Site(anew: false, Ct);

    private static async Task<ReachReading> Look(Tests.Studio.Studio studio, MediaItem item, bool anew = false) =>
        (await studio.Get<MediaReach>().Files([item], anew, Ct)).ShouldHaveSingleItem();

    private static async Task<MediaItem> Picture(Tests.Studio.Studio studio) => await (await studio.OpenWorkspace()).Upload(TestPictures.Jpeg(800, 800));
}
