using Directino.Media.Reach;

namespace Directino.Tests.Media.Reach;

public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("User-agent: *\nDisallow:", true)]
    [InlineData("User-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: *\nDisallow: /admin", true)]
    [InlineData("user-agent: *\r\ndisallow: /media # files", false)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /media/", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: facebookexternalhit\nAllow: /", true)]
    [InlineData("User-agent: *\nAllow: /\n\nUser-agent: FacebookExternalHit\nDisallow: /media/", false)]
    [InlineData("User-agent: Googlebot\nDisallow: /", true)]
    [InlineData("User-agent: Googlebot\nUser-agent: facebookexternalhit\nDisallow: /", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: facebookexternalhit\nDisallow:", true)]
    [InlineData("User-agent: *\nDisallow: /*/\n", false)]
    [InlineData("User-agent: *\nDisallow: /media/$", false)]
    [InlineData("User-agent: *\nDisallow: /media$", true)]
    [InlineData("User-agent: *\nDisallow: /media/\nAllow: /media/", true)]
    [InlineData("<html>", true)]
    public void The_longest_rule_of_the_program_s_own_group_holds(string file, bool allowed) =>
        RobotsFile.Read(file, "facebookexternalhit").Allows("/media/").ShouldBe(allowed);
}
