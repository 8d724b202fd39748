using Directino.Planning.ByHand;

namespace Directino.Tests.Planning.ByHand;

public sealed class HandLinkTests
{
    [Theory]
    [InlineData("https://www.instagram.com/p/DAbc_1-x/", "https://www.instagram.com/p/DAbc_1-x/")]
    [InlineData(" https://www.instagram.com/p/DAbc_1-x/?utm_source=ig_web_copy_link&igsh=MzR ", "https://www.instagram.com/p/DAbc_1-x/")]
    [InlineData("instagram.com/reel/DAbc", "https://www.instagram.com/reel/DAbc/")]
    [InlineData("http://m.instagram.com/reels/DAbc/", "https://www.instagram.com/reel/DAbc/")]
    [InlineData("https://www.instagram.com/nora.bakes/p/DAbc/", "https://www.instagram.com/p/DAbc/")]
    [InlineData("https://www.instagram.com/nora.bakes/reel/DAbc/", "https://www.instagram.com/reel/DAbc/")]
    [InlineData("https://www.instagram.com/stories/nora.bakes/3141592653589793238/", "https://www.instagram.com/stories/nora.bakes/3141592653589793238/")]
    public void The_address_of_a_post_is_taken_without_what_sharing_adds(string pasted, string taken) => HandLink.Of(pasted).ShouldBe(taken);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData("https://www.instagram.com/")]
    [InlineData("https://www.instagram.com/nora.bakes/")]
    [InlineData("https://instagram.com.evil.example/p/DAbc/")]
    [InlineData("https://evil.example/?https://www.instagram.com/p/DAbc/")]
    [InlineData("https://www.instagram.com@evil.example/p/DAbc/")]
    [InlineData("https://www.instagram.com:8443/p/DAbc/")]
    [InlineData("javascript://www.instagram.com/p/DAbc/")]
    public void Everything_else_is_not(string? pasted) => HandLink.Of(pasted).ShouldBeNull();
}
