using System.Globalization;
using Bunit;
using Directino.Accounts;
using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Web.Layout;
using Directino.Web.Media;
using Directino.Web.Words;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Web.Tests.Media;

/// <summary>What is wrong with a picture, as its reader says it.</summary>
public sealed class MediaTextTests : BunitContext
{
    private static readonly FakeTimeProvider Clock = new();

    public MediaTextTests() => Services.AddLocalization();

    [Theory]
    [InlineData("en", "1:2", "4:5")]
    [InlineData("fa", "۱:۲", "۴:۵")]
    public void A_shape_is_told_in_the_readers_digits(string language, string shape, string tallest)
    {
        var item = new MediaItem
        {
            Id = MediaItemId.New(Clock), WorkspaceId = WorkspaceId.New(Clock), FileName = "loaf.jpg", Key = "1", ThumbnailKey = "2",
            Width = 1000, Height = 2000, Bytes = 1000, CreatedAt = Clock.GetUtcNow(), AddedBy = PersonId.New(Clock),
        };
        var (before, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Find(language)!;
        try
        {
            var text = new MediaText(Services.GetRequiredService<IStringLocalizer<MediaWords>>(), Options.Create(new MediaOptions()));
            var said = text.Rule(item, ContainerKind.Image, MediaRule.TooTall);
            said.ShouldContain(shape);
            said.ShouldContain(tallest);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, words);
        }
    }
}
