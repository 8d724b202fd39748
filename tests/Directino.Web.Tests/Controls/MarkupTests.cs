using Directino.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace Directino.Web.Tests.Controls;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload=\"x", "&quot; onload=&quot;x")]
    [InlineData("Tea & {0} scones", "Tea &amp; {0} scones")]
    [InlineData("نان تازه — пирог", "نان تازه — пирог")]
    [InlineData(null, "")]
    public void Values_are_text_whatever_they_hold(string? value, string shown) =>
        Markup.Of($"""<b title="{value}">{value}</b>""").Value.ShouldBe($"""<b title="{shown}">{shown}</b>""");

    [Fact]
    public void Markup_goes_in_as_it_is() =>
        Markup.Of($"<b>{new MarkupString("<i>now</i>")}{default(MarkupString)} {42}</b>").Value.ShouldBe("<b><i>now</i> 42</b>");
}
