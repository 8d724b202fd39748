using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Web.Tests.Studio;
using Directino.Web.Tests.Survival;

namespace Directino.Web.Tests.Media;

public sealed class CropEndpointsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_cut_around_a_point_or_laid_on_white_and_comes_back_whole()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var body = new ByteArrayContent(Pictures.Plain(640, 1600));
        using var added = await owner.PostAsync("/api/v1/media?fileName=tall.jpg", body, Ct);
        var crop = $"/api/v1/media/{(await added.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()}/crop";
        (await Size(await owner.PutAsJsonAsync(crop, new { crop = "ToSquare", x = 0.5, y = 0 }, Ct))).ShouldBe((640, 640));
        (await Size(await owner.PutAsJsonAsync(crop, new { crop = "WholeOnWhite" }, Ct))).ShouldBe((1280, 1600));
        (await Size(await owner.DeleteAsync(crop, Ct))).ShouldBe((640, 1600));
    }

    [Fact]
    public async Task A_point_outside_is_refused_beside_its_field()
    {
        await using var studio = await WebStudio.Open();
        using var owner = await studio.As(Role.Owner, await studio.OpenWorkspace());
        using var refused = await owner.PutAsJsonAsync($"/api/v1/media/{Guid.CreateVersion7()}/crop", new { crop = "ToSquare", x = 0.5, y = 1.2 }, Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty("y")[0].GetString()!.ShouldContain("from 0 to 1");
    }

    private static async Task<(int Width, int Height)> Size(HttpResponseMessage answer)
    {
        var picture = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct);
        return (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32());
    }
}
