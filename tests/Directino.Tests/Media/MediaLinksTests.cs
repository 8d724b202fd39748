using Directino.Media;
using Directino.Tests.Planning;

namespace Directino.Tests.Media;

public sealed class MediaLinksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_opens_its_picture_until_it_is_over()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var links = studio.Get<MediaLinks>();
        var link = links.For(await shop.Upload(TestPictures.Jpeg(800, 800)));
        link.GetLeftPart(UriPartial.Authority).ShouldBe("http://product.test");
        var token = link.Segments[^1];
        await using (var file = await links.Open(token, Ct))
            file!.Content.ReadByte().ShouldBe(0xFF);
        studio.Clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(2));
        (await links.Open(token, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task A_forged_link_opens_nothing()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var links = studio.Get<MediaLinks>();
        var token = links.For(await shop.Upload(TestPictures.Jpeg(800, 800))).Segments[^1];
        (await links.Open("", Ct)).ShouldBeNull();
        (await links.Open("%%%", Ct)).ShouldBeNull();
        (await links.Open(new string('A', 5000), Ct)).ShouldBeNull();
        for (var i = 0; i < token.Length; i += 11)
        {
            var forged = token.ToCharArray();
            forged[i] = forged[i] == 'x' ? 'y' : 'x';
            (await links.Open(new string(forged), Ct)).ShouldBeNull();
        }
    }
}
