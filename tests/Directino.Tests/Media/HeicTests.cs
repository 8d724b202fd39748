using System.Text;
using Directino.Media;
using NetVips;

namespace Directino.Tests.Media;

[Trait("needs", "no database")]
public sealed class HeicTests
{
    private static readonly double[] Red = [255, 0, 0], Green = [0, 255, 0], Blue = [0, 0, 255], White = [255, 255, 255];

    [Fact]
    public async Task A_picture_of_a_phone_in_tiles_is_put_together_and_the_rest_of_the_last_tiles_left_out()
    {
        TestFilms.NeedFfmpeg();
        using var room = new TestDarkroom();
        var picture = await room.Made(new TestHeic { Columns = 4, Rows = 3, Seen = (1000, 740) }.Write(256, 256));
        (picture.Width, picture.Height).ShouldBe((1000, 740));
        Corners(picture).ShouldBe([Red, Green, Blue, White], new Near());
        room.Left.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_in_one_piece_is_opened()
    {
        TestFilms.NeedFfmpeg();
        using var room = new TestDarkroom();
        foreach (var more in new[] { "", "-pix_fmt yuv420p10le", "-pix_fmt yuvj420p" })
            Corners(await room.Made(new TestHeic().Write(640, 480, more))).ShouldBe([Red, Green, Blue, White], new Near());
    }

    [Theory]
    [InlineData(1, false, "GWRB")]
    [InlineData(2, false, "WBGR")]
    [InlineData(3, false, "BRWG")]
    [InlineData(0, true, "GRWB")]
    [InlineData(1, true, "WGBR")]
    public async Task It_stands_as_the_phone_was_held(int turned, bool mirrored, string corners)
    {
        TestFilms.NeedFfmpeg();
        using var room = new TestDarkroom();
        var picture = await room.Made(new TestHeic { Columns = 2, Rows = 2, Turned = turned, IsMirrored = mirrored }.Write(256, 192));
        (picture.Width > picture.Height).ShouldBe(turned % 2 == 0);
        Corners(picture).ShouldBe(corners.Select(c => c switch { 'R' => Red, 'G' => Green, 'B' => Blue, _ => White }), new Near());
    }

    [Fact]
    public async Task Colours_beyond_those_of_the_web_are_brought_back_and_what_the_camera_noted_is_left_out()
    {
        TestFilms.NeedFfmpeg();
        using var room = new TestDarkroom();
        using var wide = Image.Black(8, 8, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb).IccTransform("p3", inputProfile: "srgb");
        var file = new TestHeic { Profile = (byte[])wide.Get("icc-profile-data"), Note = "Camera of mine" }.Write(400, 400, "-vf drawbox=color=0xc06040:t=fill");
        var picture = await room.Made(file);
        Encoding.Latin1.GetString(file).ShouldContain("Camera of mine");
        Encoding.Latin1.GetString(picture.Jpeg).ShouldNotContain("Camera of mine");
        using var made = Image.NewFromBuffer(picture.Jpeg);
        made.GetFields().ShouldNotContain("icc-profile-data");
        // The same numbers are a stronger red in the wider colours.
        made.Getpoint(200, 200)[0].ShouldBeGreaterThan(196);
    }

    [Fact]
    public async Task Without_the_program_that_opens_it_it_is_refused_and_says_so()
    {
        TestFilms.NeedFfmpeg();
        var empty = Directory.CreateTempSubdirectory("directino-nothing-").FullName;
        using var room = new TestDarkroom(o => o.Ffmpeg = empty);
        (await room.Refused(new TestHeic().Write(256, 256))).ShouldBe(MediaRefusal.Heic);
    }

    [Fact]
    public async Task One_that_only_calls_itself_so_is_opened_as_what_it_is()
    {
        using var room = new TestDarkroom();
        var avif = TestPictures.Avif(800, 600);
        "mif1"u8.CopyTo(avif.AsSpan(8));
        (await room.Made(avif)).Width.ShouldBe(800);
    }

    /// <summary>From the upper left to the lower right.</summary>
    private static IEnumerable<double[]> Corners(Picture picture)
    {
        using var made = Image.NewFromBuffer(picture.Jpeg);
        var (left, top, right, bottom) = (made.Width / 8, made.Height / 8, made.Width * 7 / 8, made.Height * 7 / 8);
        return [made.Getpoint(left, top), made.Getpoint(right, top), made.Getpoint(left, bottom), made.Getpoint(right, bottom)];
    }

    private sealed class Near : IEqualityComparer<double[]>
    {
        public bool Equals(double[]? one, double[]? other) => one!.Zip(other!).All(p => Math.Abs(p.First - p.Second) < 12);

        public int GetHashCode(double[] value) => 0;
    }
}
