using Directino.Instagram.Publishing;
using Directino.Planning;

namespace Directino.Tests.Planning;

/// <summary>A track under a reel, as it is mended and kept.</summary>
public sealed class PostAudioTests
{
    private static readonly PostAudio Waltz = new("7", "Waltz", "Trio") { AudioVolume = 80, VideoVolume = 0 };

    [Fact]
    public void Of_a_track_and_a_name_for_the_own_sound_one_press_leaves_the_name_out()
    {
        var post = PaperPost.Of(ContainerKind.Reel).Choosing(o => o with { Audio = Waltz, AudioName = "Oven hum" });
        var mend = PostMending.Mend(post.Content, post.Objections.ShouldHaveSingleItem()).ShouldNotBeNull();
        (mend.Kind, mend.Content.Options.AudioName, mend.Content.Options.Audio).ShouldBe((PostMendKind.KeepSound, null, Waltz));
    }

    [Fact]
    public void Volumes_that_there_are_not_become_the_nearest_that_there_are()
    {
        var post = PaperPost.Of(ContainerKind.Reel).Choosing(o => o with { Audio = Waltz with { AudioVolume = 130, VideoVolume = -1 } });
        var mend = PostMending.Mend(post.Content, post.Objections.ShouldHaveSingleItem()).ShouldNotBeNull();
        (mend.Kind, mend.Content.Options.Audio).ShouldBe((PostMendKind.LoudAsPossible, Waltz with { AudioVolume = 100 }));
    }

    [Fact]
    public void What_is_only_spaces_is_nothing_and_a_silent_sound_stays_silent()
    {
        new PostChoices { Audio = new(" ") }.Tidy().Audio.ShouldBeNull();
        new PostChoices { Audio = new(" 7 ", " ", " Trio ") }.Tidy().Audio.ShouldBe(new PostAudio("7", null, "Trio"));
        PostConfiguration.Read<PostChoices>(PostConfiguration.Write(new PostChoices { Audio = Waltz })).Audio.ShouldBe(Waltz);
    }
}
