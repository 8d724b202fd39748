using CsCheck;
using Directino.Media;

namespace Directino.Tests.Media;

public sealed class PictureShapeTests
{
    private static readonly Gen<Focus> Points = Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], (x, y) => new Focus(x, y));

    [Fact]
    public void Every_crop_fits_lies_within_the_picture_and_keeps_the_point() =>
        Gen.Select(Gen.Int[320, 6000], Gen.Int[320, 6000], Gen.Enum<Crop>().Where(c => c != Crop.WholeOnWhite), Points).Sample((width, height, crop, focus) =>
        {
            var (left, top, w, h) = PictureShape.Keep(width, height, crop, focus);
            left.ShouldBeGreaterThanOrEqualTo(0);
            top.ShouldBeGreaterThanOrEqualTo(0);
            (left + w).ShouldBeLessThanOrEqualTo(width);
            (top + h).ShouldBeLessThanOrEqualTo(height);
            PictureShape.Of(w, h).ShouldBe(ShapeVerdict.Fits);
            (focus.X * width).ShouldBeInRange(left, left + w);
            (focus.Y * height).ShouldBeInRange(top, top + h);
        });

    [Fact]
    public void A_sheet_holds_the_whole_picture_and_no_more_than_it_must() =>
        Gen.Select(Gen.Int[320, 6000], Gen.Int[320, 6000], Points).Sample((width, height, focus) =>
        {
            var (left, top, w, h) = PictureShape.Keep(width, height, Crop.WholeOnWhite, focus);
            (left, top).ShouldBe((-(w - width) / 2, -(h - height) / 2));
            PictureShape.Of(w, h).ShouldBe(ShapeVerdict.Fits);
            (w == width || h == height).ShouldBeTrue();
            ((w, h) == (width, height) || PictureShape.Of(width, height) != ShapeVerdict.Fits || Math.Max(w - width, h - height) <= 2).ShouldBeTrue();
        });

    [Theory]
    [InlineData(1080, 1350, ShapeVerdict.Fits)]
    [InlineData(1080, 1351, ShapeVerdict.Fits)]
    [InlineData(1080, 1400, ShapeVerdict.TooTall)]
    [InlineData(1910, 1000, ShapeVerdict.Fits)]
    [InlineData(1950, 1000, ShapeVerdict.TooWide)]
    public void The_limits_are_four_to_five_and_1_91_to_one(int width, int height, ShapeVerdict verdict) =>
        PictureShape.Of(width, height).ShouldBe(verdict);
}
