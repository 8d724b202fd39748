using Directino.Sandbox.Media;

namespace Directino.Tests.Sandbox;

/// <summary>Every limit of publishing.md section 4.2, just inside and just outside.</summary>
public sealed class FilmRulesTests
{
    private const long MiB = 1024 * 1024;

    private static readonly Film Good = new()
    {
        Bytes = 2 * MiB, Seconds = 30, Width = 1080, Height = 1920, VideoCodec = "avc1", FrameRate = 30, AudioCodec = "mp4a", AudioRate = 48_000, AudioChannels = 2, MoovFirst = true,
    };

    private static readonly Dictionary<string, (string Kind, Film Inside, Film Outside)> Limits = new()
    {
        ["reel, shortest"] = ("REELS", Good with { Seconds = 3 }, Good with { Seconds = 2.9 }),
        ["reel, longest"] = ("REELS", Good with { Seconds = 900 }, Good with { Seconds = 900.1 }),
        ["reel, largest"] = ("REELS", Good with { Seconds = 600, Bytes = 300 * MiB }, Good with { Seconds = 600, Bytes = (300 * MiB) + 1 }),
        ["reel, narrowest"] = ("REELS", Good with { Width = 10, Height = 1000 }, Good with { Width = 9, Height = 1000 }),
        ["reel, widest shape"] = ("REELS", Good with { Width = 1000, Height = 100 }, Good with { Width = 1001, Height = 100 }),
        ["reel, widest"] = ("REELS", Good with { Width = 1920 }, Good with { Width = 1921 }),
        ["reel, slowest"] = ("REELS", Good with { FrameRate = 23 }, Good with { FrameRate = 22.9 }),
        ["reel, fastest"] = ("REELS", Good with { FrameRate = 60 }, Good with { FrameRate = 60.1 }),
        ["reel, bitrate"] = ("REELS", Good with { Seconds = 8, Bytes = 25_000_000 }, Good with { Seconds = 8, Bytes = 25_000_001 }),
        ["reel, sound rate"] = ("REELS", Good, Good with { AudioRate = 48_001 }),
        ["reel, channels"] = ("REELS", Good, Good with { AudioChannels = 3 }),
        ["reel, picture codec"] = ("REELS", Good with { VideoCodec = "hvc1" }, Good with { VideoCodec = "av01" }),
        ["reel, sound codec"] = ("REELS", Good with { AudioCodec = null, AudioRate = 0, AudioChannels = 0 }, Good with { AudioCodec = ".mp3" }),
        ["reel, chroma"] = ("REELS", Good, Good with { IsChromaHalved = false }),
        ["reel, moov"] = ("REELS", Good, Good with { MoovFirst = false }),
        ["reel, edit list"] = ("REELS", Good, Good with { HasEditList = true }),
        ["story, shortest"] = ("STORIES", Good with { Seconds = 3 }, Good with { Seconds = 2.9 }),
        ["story, longest"] = ("STORIES", Good with { Seconds = 60 }, Good with { Seconds = 60.1 }),
        ["story, largest"] = ("STORIES", Good with { Seconds = 60, Bytes = 100 * MiB }, Good with { Seconds = 60, Bytes = (100 * MiB) + 1 }),
        ["story, narrowest"] = ("STORIES", Good with { Width = 100, Height = 1000 }, Good with { Width = 99, Height = 1000 }),
        ["item, longest"] = ("VIDEO", Good with { Seconds = 60 }, Good with { Seconds = 60.1 }),
    };

    public static TheoryData<string> Names => [.. Limits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_film_just_inside_passes_and_just_outside_does_not(string name)
    {
        var (kind, inside, outside) = Limits[name];
        FilmRules.Judge(kind, inside, null, editLists: false).ShouldBeNull();
        FilmRules.Judge(kind, outside, null, editLists: false).ShouldNotBeNull().Subcode.ShouldBe(2207026);
    }

    [Fact]
    public void The_cover_frame_lies_within_the_film()
    {
        FilmRules.Judge("REELS", Good, 29_999, editLists: false).ShouldBeNull();
        FilmRules.Judge("REELS", Good, 30_000, editLists: false).ShouldNotBeNull().Subcode.ShouldBe(2207057);
    }

    [Fact]
    public void A_file_that_is_cut_off_is_an_upload_error() =>
        FilmRules.Judge("REELS", Good with { IsCutOff = true }, null, editLists: false).ShouldNotBeNull().Subcode.ShouldBe(2207053);

    [Fact]
    public void Edit_lists_pass_where_the_sandbox_is_told_so() => FilmRules.Judge("REELS", Good with { HasEditList = true }, null, editLists: true).ShouldBeNull();
}
