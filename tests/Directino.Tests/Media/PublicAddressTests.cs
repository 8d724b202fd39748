using Directino.Instagram;
using Directino.Media;

namespace Directino.Tests.Media;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://plan.example.org", true)]
    [InlineData("https://8.8.8.8", true)]
    [InlineData("https://[2606:4700::1111]", true)]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://plan.localhost", false)]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://[::1]", false)]
    [InlineData("http://10.0.0.7", false)]
    [InlineData("http://172.20.0.7", false)]
    [InlineData("http://192.168.1.7", false)]
    [InlineData("http://169.254.3.7", false)]
    [InlineData("http://100.64.0.7", false)]
    [InlineData("http://[fe80::7]", false)]
    [InlineData("http://[fd12:3456::7]", false)]
    [InlineData("http://nas", false)]
    [InlineData("http://nas.local", false)]
    [InlineData("http://plan.home.arpa", false)]
    [InlineData("http://plan.corp.internal.", false)]
    public void An_address_tells_by_its_look_whether_the_internet_can_know_it(string address, bool outside) =>
        PublicAddress.MayLieOutside(new Uri(address)).ShouldBe(outside);

    [Fact]
    public void Only_meta_s_instagram_has_to_come_from_outside()
    {
        PublicAddress.MustBeOutside(new InstagramClientOptions()).ShouldBeTrue();
        PublicAddress.MustBeOutside(new InstagramClientOptions { InstagramGraph = new("http://localhost:5090/ig/"), FacebookGraph = new("http://localhost:5090/fb/") }).ShouldBeFalse();
    }
}
