using Directino.Instagram;
using Directino.Planning;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Publishing;
using Directino.Tests.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Publishing;

/// <summary>Accounts of Facebook's login take videos directly; connections break.</summary>
public sealed class UploadTests
{
    [Theory]
    [InlineData(FaultKind.AnswerLost, 1, 1)]
    [InlineData(FaultKind.RefuseBefore, 1, 1)]
    [InlineData(FaultKind.RefuseBefore, 4, 1)]
    [InlineData(FaultKind.Html502, 3, 1)]
    [InlineData(FaultKind.RefuseBefore, 6, 2)]
    [InlineData(FaultKind.RefuseBefore, 12, 3)]
    public async Task A_video_whose_upload_breaks_arrives_as_a_whole_and_once(FaultKind kind, int times, int containers)
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", InstagramLogin.Facebook);
        var film = await shop.Upload(TestFilms.Read("good.mp4"), "good.mp4");
        studio.Sandbox.Faults.Set(new Fault { Call = "upload", Method = "POST", Kind = kind, Times = times });
        var post = await shop.Publish(PostContent.OnePicture(account.Id, film.Id, "Sent") with { Kind = PostKind.Reel });
        (post.State, post.Reason).ShouldBe((PostState.Published, null));
        var published = (Published)studio.Published().ShouldHaveSingleItem().Effect;
        studio.Sandbox.Kept(published.Media.File!).ShouldBe(TestFilms.Read("good.mp4"));
        // Only when it breaks again and again the video is sent anew, to another container.
        studio.Sandbox.Journal("container-made").Count.ShouldBe(containers);
    }
}
