using Directino.Web.Layout;

namespace Directino.Web.Tests.Layout;

public sealed class NavigationTests
{
    [Fact]
    public void A_place_without_a_page_is_not_offered()
    {
        var navigation = new Navigation(["/", "/plan", "/plan/posts/{Id:guid}"]);
        navigation.Main.Select(place => place.Route).ShouldBe(["/", "/plan"]);
        navigation.Below.ShouldBeEmpty();
        navigation.Has("/plan/posts/new").ShouldBeTrue();
        navigation.Has("/inbox").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/plan", "/plan")]
    [InlineData("/plan/posts/3", "/plan")]
    [InlineData("/planets", null)]
    public void A_path_lies_in_one_place(string path, string? route) =>
        (new Navigation(["/", "/plan"]).Where(path)?.Route).ShouldBe(route);
}
