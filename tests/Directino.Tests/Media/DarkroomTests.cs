using System.Text;
using Directino.Media;
using NetVips;

namespace Directino.Tests.Media;

[Trait("needs", "no database")]
public sealed class DarkroomTests
{
    [Fact]
    public async Task Jpeg_png_webp_and_avif_become_a_jpeg_that_Instagram_takes()
    {
        foreach (var file in new[] { TestPictures.Jpeg(2000, 2000), TestPictures.Png(900, 1000), TestPictures.Webp(1200, 700), TestPictures.Avif(1200, 1000) })
        {
            var picture = await Made(file);
            picture.Jpeg.AsSpan()[..3].ToArray().ShouldBe([0xFF, 0xD8, 0xFF]);
            picture.Width.ShouldBeLessThanOrEqualTo(1440);
            picture.Jpeg.Length.ShouldBeLessThan(8 * 1024 * 1024);
            picture.Shape.ShouldBe(ShapeVerdict.Fits);
        }
    }

    [Fact]
    public async Task A_picture_that_lies_on_its_side_stands_up_and_forgets_where_it_was_taken()
    {
        var file = TestPictures.SidewaysJpegWithPlace(1000, 900);
        Encoding.Latin1.GetString(file).ShouldContain("Camera of mine");
        var picture = await Made(file);
        (picture.Width, picture.Height).ShouldBe((900, 1000));
        Encoding.Latin1.GetString(picture.Jpeg).ShouldNotContain("Camera of mine");
        Encoding.Latin1.GetString(picture.Jpeg).ShouldNotContain("Exif");
        using var made = Image.NewFromBuffer(picture.Jpeg);
        made.GetFields().ShouldNotContain(f => f.StartsWith("exif", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_seen_through_becomes_white()
    {
        var picture = await Made(TestPictures.SeeThroughPng(400, 400));
        using var made = Image.NewFromBuffer(picture.Jpeg);
        made.Getpoint(200, 200).ShouldAllBe(v => v > 250);
    }

    [Fact]
    public async Task A_file_is_let_go_as_soon_as_its_picture_is_made()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells which files a process holds.");
        using var room = new TestDarkroom();
        foreach (var file in new[] { TestPictures.Jpeg(2000, 2000), TestPictures.Png(900, 1000), TestPictures.Webp(1200, 700), TestPictures.Avif(1200, 1000), TestPictures.SidewaysJpegWithPlace(1000, 900) })
        {
            await room.Made(file);
            room.Held.ShouldBeEmpty(Convert.ToHexString(file.AsSpan(0, 12)));
        }
    }

    [Fact]
    public async Task Nothing_is_cut_off_unasked()
    {
        var tall = await Made(TestPictures.Jpeg(600, 1200));
        (tall.Width, tall.Height, tall.Shape).ShouldBe((600, 1200, ShapeVerdict.TooTall));
        var wide = await Made(TestPictures.Jpeg(2000, 500));
        (wide.Width, wide.Height, wide.Shape).ShouldBe((1440, 360, ShapeVerdict.TooWide));
    }

    [Theory]
    [InlineData(600, 1200, Crop.ToTallest, 600, 750)]
    [InlineData(1400, 500, Crop.ToWidest, 955, 500)]
    [InlineData(600, 1200, Crop.ToSquare, 600, 600)]
    public async Task A_crop_keeps_the_middle(int width, int height, Crop crop, int keptWidth, int keptHeight)
    {
        using var room = new TestDarkroom();
        var whole = await room.Made(TestPictures.Jpeg(width, height));
        var cut = await room.Cut(whole.Jpeg, crop);
        (cut.Width, cut.Height, cut.Shape).ShouldBe((keptWidth, keptHeight, ShapeVerdict.Fits));
    }

    [Theory]
    [InlineData(0.0, 30)]
    [InlineData(1.0, 220)]
    public async Task A_crop_keeps_the_point_that_was_chosen(double y, int shade)
    {
        using var room = new TestDarkroom();
        using var top = TestPictures.Plain(600, 600, 30);
        using var bottom = TestPictures.Plain(600, 600, 220);
        using var whole = top.Join(bottom, Enums.Direction.Vertical);
        using var cut = Image.NewFromBuffer((await room.Cut(whole.JpegsaveBuffer(), Crop.ToSquare, new Focus(0.5, y))).Jpeg);
        using var red = cut.ExtractBand(0);
        red.Avg().ShouldBe(shade, tolerance: 3);
    }

    [Theory]
    [InlineData(600, 1200, 960, 1200)]
    [InlineData(1400, 500, 1400, 733)]
    [InlineData(600, 600, 600, 600)]
    public async Task Nothing_is_lost_of_a_picture_that_is_laid_on_white(int width, int height, int sheetWidth, int sheetHeight)
    {
        using var room = new TestDarkroom();
        var laid = await room.Cut(TestPictures.Jpeg(width, height, 0), Crop.WholeOnWhite);
        (laid.Width, laid.Height, laid.Shape).ShouldBe((sheetWidth, sheetHeight, ShapeVerdict.Fits));
        using var sheet = Image.NewFromBuffer(laid.Jpeg);
        var white = 1 - (width * height / ((double)sheetWidth * sheetHeight));
        using var red = sheet.ExtractBand(0);
        (red.Avg() / 255).ShouldBe(white, tolerance: 0.02);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_by_its_first_bytes()
    {
        (await Refused([])).ShouldBe(MediaRefusal.Empty);
        (await Refused(Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"))).ShouldBe(MediaRefusal.UnknownFormat);
        (await Refused([0, 0, 0, 24, .. "ftypheic"u8, .. new byte[64]])).ShouldBe(MediaRefusal.Broken);
        (await Refused("GIF89a-and-so-on"u8.ToArray())).ShouldBe(MediaRefusal.UnknownFormat);
        (await Refused([0, 0, 0, 24, .. "ftypisom"u8, .. new byte[64]])).ShouldBe(MediaRefusal.UnknownFormat);
    }

    [Fact]
    public async Task A_torn_file_is_refused()
    {
        (await Refused(TestPictures.Png(900, 900)[..300])).ShouldBe(MediaRefusal.Broken);
        (await Refused([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])).ShouldBe(MediaRefusal.Broken);
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_huge_picture_is_not_unpacked()
    {
        using var huge = Image.Black(20_000, 20_000);
        var file = huge.PngsaveBuffer();
        file.Length.ShouldBeLessThan(1024 * 1024);
        (await Refused(file)).ShouldBe(MediaRefusal.TooManyPixels);
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused()
    {
        (await Refused(new byte[2048], o => o.LargestUpload = 1024)).ShouldBe(MediaRefusal.TooLarge);
    }

    private static async Task<Picture> Made(byte[] file)
    {
        using var room = new TestDarkroom();
        return await room.Made(file);
    }

    private static async Task<MediaRefusal> Refused(byte[] file, Action<MediaOptions>? set = null)
    {
        using var room = new TestDarkroom(set);
        return await room.Refused(file);
    }
}
