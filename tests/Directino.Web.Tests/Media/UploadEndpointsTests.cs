using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Directino.Accounts;
using Directino.Web.Tests.Studio;
using Directino.Web.Tests.Survival;

namespace Directino.Web.Tests.Media;

/// <summary>What a program says that speaks tus.</summary>
public sealed class UploadEndpointsTests
{
    private const string Uploads = "/api/v1/media/uploads";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_sends_a_picture_in_pieces_and_reads_what_became_of_it()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var picture = Pictures.Plain(7);
        using var about = await Say(owner, HttpMethod.Options, Uploads);
        about.Headers.GetValues("Tus-Extension").ShouldBe(["creation,expiration,termination"]);
        using var begun = await Say(owner, HttpMethod.Post, Uploads, ("Upload-Length", $"{picture.Length}"), ("Upload-Metadata", "filename " + Convert.ToBase64String(Encoding.UTF8.GetBytes("بازار.jpg"))));
        begun.StatusCode.ShouldBe(HttpStatusCode.Created);
        var there = begun.Headers.Location!.ToString();
        (await Send(owner, there, 0, picture[..1000])).ShouldBe((HttpStatusCode.NoContent, "1000"));
        (await Send(owner, there, 0, picture[..1000])).ShouldBe((HttpStatusCode.Conflict, "1000"));
        (await Say(owner, HttpMethod.Get, there)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var told = await Say(owner, HttpMethod.Head, there);
        (told.Headers.GetValues("Upload-Offset").Single(), told.Headers.GetValues("Upload-Length").Single()).ShouldBe(("1000", $"{picture.Length}"));
        (await Send(owner, there, 1000, picture[1000..])).Status.ShouldBe(HttpStatusCode.NoContent);
        var media = await owner.GetFromJsonAsync<JsonElement>(there, Ct);
        media.GetProperty("fileName").GetString().ShouldBe("بازار.jpg");
        (await owner.GetAsync(media.GetProperty("file").GetString(), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Say(owner, HttpMethod.Delete, there)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Say(owner, HttpMethod.Head, there)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_not_taken_is_refused_with_its_reason()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        (await Say(owner, HttpMethod.Post, Uploads)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Say(owner, HttpMethod.Post, Uploads, ("Upload-Length", "99999999999999"))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Say(owner, HttpMethod.Post, Uploads, ("Upload-Length", "10"), ("Tus-Resumable", "0.2.2"))).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        using var begun = await Say(owner, HttpMethod.Post, Uploads, ("Upload-Length", "1000"));
        var there = begun.Headers.Location!.ToString();
        (await Send(owner, there, 0, new byte[500], "text/plain")).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await Send(owner, there, 0, new byte[500])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var why = await Say(owner, HttpMethod.Get, there);
        (await why.Content.ReadAsStringAsync(Ct)).ShouldContain("UnknownFormat");
    }

    [Fact]
    public async Task Only_who_began_it_and_may_write_posts_sends_it()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var editor = await studio.As(Role.Editor, workspace);
        using var viewer = await studio.As(Role.Viewer, workspace);
        (await Say(viewer, HttpMethod.Post, Uploads, ("Upload-Length", "10"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var begun = await Say(owner, HttpMethod.Post, Uploads, ("Upload-Length", "1000"));
        var there = begun.Headers.Location!.ToString();
        (await Say(editor, HttpMethod.Head, there)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Send(editor, there, 0, new byte[500])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Say(editor, HttpMethod.Delete, there)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Say(owner, HttpMethod.Head, there)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> Say(HttpClient client, HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return client.SendAsync(request, Ct);
    }

    private static async Task<(HttpStatusCode Status, string? Offset)> Send(HttpClient client, string address, long offset, byte[] bytes, string type = "application/offset+octet-stream")
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", offset.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var answer = await client.SendAsync(request, Ct);
        return (answer.StatusCode, answer.Headers.TryGetValues("Upload-Offset", out var values) ? values.Single() : null);
    }
}
