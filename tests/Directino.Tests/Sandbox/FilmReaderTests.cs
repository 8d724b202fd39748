using CsCheck;
using Directino.Sandbox.Media;

namespace Directino.Tests.Sandbox;

public sealed class FilmReaderTests
{
    [Fact]
    public void The_boxes_tell_what_the_film_is()
    {
        var film = FilmReader.Read(Films.Bytes("good.mp4")).ShouldNotBeNull();
        film.Seconds.ShouldBe(3.5, 0.1);
        (film.Width, film.Height).ShouldBe((180, 320));
        (film.VideoCodec, film.AudioCodec).ShouldBe(("avc1", "mp4a"));
        film.FrameRate.ShouldBe(24, 0.01);
        (film.AudioRate, film.AudioChannels).ShouldBe((48_000, 1));
        (film.MoovFirst, film.HasEditList, film.IsCutOff, film.IsChromaHalved).ShouldBe((true, false, false, true));
        film.Bytes.ShouldBe(Films.Bytes("good.mp4").Length);
    }

    [Theory]
    [InlineData("good.mov", "avc1", "mp4a")]
    [InlineData("hevc.mp4", "hvc1", "mp4a")]
    [InlineData("silent.mp4", "avc1", null)]
    [InlineData("mpeg4.mp4", "mp4v", null)]
    public void Codecs_are_read(string name, string video, string? audio)
    {
        var film = FilmReader.Read(Films.Bytes(name)).ShouldNotBeNull();
        (film.VideoCodec, film.AudioCodec).ShouldBe((video, audio));
    }

    [Fact]
    public void What_breaks_a_rule_is_seen()
    {
        FilmReader.Read(Films.Bytes("moov-last.mp4"))!.MoovFirst.ShouldBeFalse();
        FilmReader.Read(Films.Bytes("edit-list.mp4"))!.HasEditList.ShouldBeTrue();
        FilmReader.Read(Films.Bytes("hi-rate.mp4"))!.AudioRate.ShouldBe(96_000);
        FilmReader.Read(Films.Bytes("surround.mp4"))!.AudioChannels.ShouldBe(6);
        FilmReader.Read(Films.Bytes("chroma-422.mp4"))!.IsChromaHalved.ShouldBeFalse();
        FilmReader.Read(Films.Bytes("good.mp4").AsSpan()[..^100])!.IsCutOff.ShouldBeTrue();
        FilmReader.Read("<!DOCTYPE html><html></html>"u8).ShouldBeNull();
    }

    [Fact]
    public void Broken_bytes_never_break_the_reader()
    {
        var good = Films.Bytes("edit-list.mp4");
        Gen.Select(Gen.Int[0, 2000].Array[1, 12], Gen.Byte.Array[1, 12], Gen.Int[0, good.Length]).Sample((places, values, length) =>
        {
            var bytes = good[..length];
            for (var i = 0; i < places.Length; i++)
            {
                if (places[i] < bytes.Length) bytes[places[i]] = values[i % values.Length];
            }
            FilmRules.Judge("REELS", FilmReader.Read(bytes), 0, editLists: true);
        }, iter: 20_000);
    }
}
