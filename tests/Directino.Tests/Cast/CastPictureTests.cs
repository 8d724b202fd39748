using Directino.Sandbox.Cast;
using NetVips;

namespace Directino.Tests.Cast;

public sealed class CastPictureTests
{
    public static TheoryData<string> Posts => [.. CastPicture.Names.Where(n => n.StartsWith("nora-", StringComparison.Ordinal) || n.StartsWith("terra-", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Posts))]
    public void A_picture_of_a_post_is_a_JPEG_that_Instagram_would_take(string name)
    {
        using var image = Open(name);
        image.Get("vips-loader").ToString().ShouldBe("jpegload_buffer");
        image.Bands.ShouldBe(3);
        image.Interpretation.ShouldBe(Enums.Interpretation.Srgb);
        image.Width.ShouldBeInRange(320, 1440);
        ((double)image.Width / image.Height).ShouldBeInRange(.8, 1.91);
    }

    [Fact]
    public void Every_page_and_person_has_a_face()
    {
        foreach (var face in CastPage.All.Select(p => p.Picture).Concat(CastPerson.All.Select(p => p.Picture)))
        {
            using var image = Open(face);
            (image.Width, image.Height).ShouldBe((256, 256));
        }
    }

    [Fact]
    public void The_stories_use_every_picture_and_no_other()
    {
        var used = CastPage.All.SelectMany(p => CastStory.Of(p.Username).Posts).SelectMany(p => p.Pictures).ToHashSet(StringComparer.Ordinal);
        used.ShouldBe(Posts.Select(p => p.Data), ignoreOrder: true);
    }

    [Fact]
    public void All_pictures_together_stay_light()
    {
        var total = CastPicture.Names.Sum(name =>
        {
            using var stream = CastPicture.Of(name)();
            return stream.Length;
        });
        total.ShouldBeLessThan(4 * 1024 * 1024);
    }

    private static Image Open(string name)
    {
        using var stream = CastPicture.Of(name)();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Image.NewFromBuffer(bytes.ToArray());
    }
}
