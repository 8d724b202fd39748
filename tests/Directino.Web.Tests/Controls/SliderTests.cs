using Bunit;
using Directino.Web.Controls;

namespace Directino.Web.Tests.Controls;

public sealed class SliderTests : BunitContext
{
    [Fact]
    public void What_was_written_is_not_written_back_and_what_is_changed_elsewhere_is_shown()
    {
        var value = 100.0;
        var slider = Render<Slider>(p => p.Add(s => s.Value, value).Add(s => s.ValueChanged, to => value = to));
        slider.Find("input").Input("99");
        value.ShouldBe(99);
        slider.Render(p => p.Add(s => s.Value, value));
        slider.Find("input").GetAttribute("value").ShouldBe("100", "the browser is further by now: it is left alone");
        slider.Find("input").Input("not a number");
        value.ShouldBe(99);
        slider.Render(p => p.Add(s => s.Value, 20));
        slider.Find("input").GetAttribute("value").ShouldBe("20");
    }
}
