using System.Globalization;
using Bunit;
using Directino.Accounts;
using Directino.Planning;
using Directino.Web.Access;
using Directino.Web.Planning;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Planning;

public sealed class CoverChoiceTests : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CoverChoiceTests()
    {
        Services.AddLocalization();
        ComponentFactories.AddStub<PicturePicker>();
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void The_moment_of_a_cover_stands_on_its_slider_in_every_language(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            var form = new PostForm { Kind = PostKind.Reel, Options = PostChoices.None with { CoverAt = TimeSpan.FromSeconds(1.5) } };
            var visitor = new Visitor(PersonId.Of(Guid.CreateVersion7()), WorkspaceId.Of(Guid.CreateVersion7()), Role.Owner);
            var choice = Render<CoverChoice>(p => p.Add(c => c.Form, form).Add(c => c.Visitor, visitor));
            choice.Find("#cover-at").GetAttribute("value").ShouldBe("1.5");
            choice.Find("#cover-at").Input("2.4");
            form.Options.CoverAt.ShouldBe(TimeSpan.FromSeconds(2.4));
        }
        finally
        {
            CultureInfo.CurrentCulture = _before;
        }
    }
}
