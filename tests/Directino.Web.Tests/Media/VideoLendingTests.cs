using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Directino.Accounts;
using Directino.Media;
using Directino.Web.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Tests.Media;

/// <summary>What Instagram and a player get when they ask for a video.</summary>
public sealed class VideoLendingTests
{
    private static readonly byte[] Film = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Films", "good.mp4"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_video_is_lent_whole_or_in_ranges_with_its_length_and_kind()
    {
        await using var studio = await WebStudio.Open();
        Assert.SkipUnless(studio.Get<MediaLibrary>().TakesVideos, "ffmpeg is not installed here");
        var workspace = await studio.OpenWorkspace();
        var owner = await studio.As(Role.Owner, workspace);
        using var body = new ByteArrayContent(Film);
        using var uploaded = await owner.PostAsync("/api/v1/media?fileName=clip.mp4", body, Ct);
        uploaded.StatusCode.ShouldBe(HttpStatusCode.Created);
        var answer = await JsonDocument.ParseAsync(await uploaded.Content.ReadAsStreamAsync(Ct), cancellationToken: Ct);
        answer.RootElement.GetProperty("kind").GetString().ShouldBe("Video");
        answer.RootElement.GetProperty("state").GetString().ShouldBe("Ready");
        answer.RootElement.GetProperty("seconds").GetDouble().ShouldBe(3.5, 0.1);

        var instagram = studio.Stranger();
        var link = await Link(studio, workspace);
        using var whole = await instagram.GetAsync(link, Ct);
        (whole.Content.Headers.ContentType!.MediaType, whole.Content.Headers.ContentLength).ShouldBe(("video/mp4", Film.Length));
        (await whole.Content.ReadAsByteArrayAsync(Ct)).ShouldBe(Film);
        using var head = await instagram.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), Ct);
        head.Content.Headers.ContentLength.ShouldBe(Film.Length);

        foreach (var (browser, address) in new[] { (instagram, link), (owner, answer.RootElement.GetProperty("file").GetString()!) })
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(100, 199) } };
            using var part = await browser.SendAsync(ask, Ct);
            part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
            part.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes 100-199/{Film.Length}");
            (await part.Content.ReadAsByteArrayAsync(Ct)).ShouldBe(Film[100..200]);
        }
    }

    private static async Task<string> Link(WebStudio studio, WorkspaceId workspace)
    {
        await using var db = studio.Database.Open(workspace);
        return studio.Get<MediaLinks>().For(await db.Set<MediaItem>().AsNoTracking().SingleAsync(Ct)).AbsolutePath;
    }
}
