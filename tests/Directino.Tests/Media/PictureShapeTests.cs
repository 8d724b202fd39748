using CsCheck;
using Directino.Media;

namespace Directino.Tests.Media;

public sealed class PictureShapeTests
{
    [Fact]
    public void Every_crop_to_a_limit_fits_and_lies_within_the_picture() =>
        Gen.Select(Gen.Int[320, 6000], Gen.Int[320, 6000], Gen.Enum<Crop>()).Sample((width, height, crop) =>
        {
            var (left, top, w, h) = PictureShape.Keep(width, height, crop);
            left.ShouldBeGreaterThanOrEqualTo(0);
            top.ShouldBeGreaterThanOrEqualTo(0);
            (left + w).ShouldBeLessThanOrEqualTo(width);
            (top + h).ShouldBeLessThanOrEqualTo(height);
            PictureShape.Of(w, h).ShouldBe(ShapeVerdict.Fits);
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
