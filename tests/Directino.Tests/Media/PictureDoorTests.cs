using System.Diagnostics;
using System.Text;
using CsCheck;
using Directino.Media;
using NetVips;

namespace Directino.Tests.Media;

/// <summary>Whatever is uploaded as a picture becomes one or is refused: soon, and without taking the memory of others.</summary>
[Trait("needs", "no database")]
public sealed class PictureDoorTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_table_of_contents_of_any_bytes_is_read_to_an_end()
    {
        TestFilms.NeedFfmpeg();
        var good = new TestHeic { Columns = 2, Rows = 2, Turned = 1, Note = "Note" }.Write(128, 128);
        var table = good.AsSpan().IndexOf("mdat"u8);
        Gen.Select(Gen.Int[0, table], Gen.Byte).Array[1, 12].Select(Gen.Int[20, good.Length]).Sample((changes, length) =>
        {
            var file = good.AsSpan(0, length).ToArray();
            foreach (var (at, value) in changes.Where(c => c.Item1 < length))
                file[at] = value;
            HeifPicture.Read(new MemoryStream(file));
        }, iter: 20_000);
        Gen.Byte.Array[0, 400].Sample(bytes => HeifPicture.Read(new MemoryStream([0, 0, 0, 16, .. "ftypheic"u8, 0, 0, 0, 0, .. bytes])), iter: 5_000);
    }

    [Fact]
    public async Task Pictures_with_wrong_bytes_become_a_picture_or_are_refused()
    {
        TestFilms.NeedFfmpeg();
        using var room = new TestDarkroom();
        var random = new Random(20261127);
        foreach (var (good, rounds) in Good().Select(g => (g.File, g.Format == "heic" ? 25 : 150)))
        {
            for (var round = 0; round < rounds; round++)
            {
                var file = (byte[])good.Clone();
                for (var change = 0; change <= round % 8; change++)
                    file[round % 2 == 0 ? random.Next(12, Math.Min(600, file.Length)) : random.Next(12, file.Length)] = (byte)random.Next(256);
                await InTime(() => room.Develop(file));
            }
        }

        room.Left.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_that_ends_in_the_middle_is_refused()
    {
        TestFilms.NeedFfmpeg();
        using var room = new TestDarkroom();
        foreach (var (format, good) in Good())
        {
            foreach (var length in new[] { 16, 40, good.Length / 3, good.Length / 2, good.Length * 9 / 10 })
                (await room.Refused(good[..length])).ShouldBeOneOf([MediaRefusal.Broken, MediaRefusal.UnknownFormat], $"{format} of {length}");
        }
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_huge_picture_is_not_unpacked()
    {
        TestFilms.NeedFfmpeg();
        using var room = new TestDarkroom();
        using var huge = Image.Black(16_000, 16_000);
        using var wide = Image.Black(12_000, 12_000, bands: 3);
        var vast = new TestHeic { Columns = 2, Rows = 2 }.Write(128, 128);
        ReadOnlySpan<byte> size = [(byte)'i', (byte)'s', (byte)'p', (byte)'e', 0, 0, 0, 0, 0, 0, 0, 128];
        vast[vast.AsSpan().IndexOf(size) + 10] = 0xEE;
        vast[vast.AsSpan().IndexOf("ispe"u8) + 14] = 0xEE;
        var before = Environment.WorkingSet;
        foreach (var file in new[] { huge.PngsaveBuffer(), huge.JpegsaveBuffer(), wide.WebpsaveBuffer(lossless: true), vast })
            (await InTime(() => room.Refused(file))).ShouldBe(MediaRefusal.TooManyPixels);
        (Environment.WorkingSet - before).ShouldBeLessThan(200L * 1024 * 1024);
    }

    [Fact]
    public async Task A_picture_is_what_its_bytes_are_whatever_else_is_in_them()
    {
        using var room = new TestDarkroom();
        byte[] archive = [.. "PK\u0003\u0004"u8, .. Encoding.UTF8.GetBytes("<script>alert(1)</script>")];
        var picture = await room.Made([.. TestPictures.Jpeg(500, 500), .. archive]);
        Encoding.Latin1.GetString(picture.Jpeg).ShouldNotContain("script");
        (await room.Refused([.. "GIF89a"u8, .. TestPictures.Jpeg(500, 500)])).ShouldBe(MediaRefusal.UnknownFormat);
        (await room.Refused([.. "%PDF-1.7\n"u8, .. TestPictures.Png(500, 500)])).ShouldBe(MediaRefusal.UnknownFormat);
        (await room.Refused(new byte[4096])).ShouldBe(MediaRefusal.UnknownFormat);
    }

    private static IEnumerable<(string Format, byte[] File)> Good() =>
    [
        ("jpeg", TestPictures.Jpeg(640, 480)), ("png", TestPictures.Png(640, 480)), ("webp", TestPictures.Webp(640, 480)), ("avif", TestPictures.Avif(640, 480)),
        ("heic", new TestHeic { Columns = 2, Rows = 2 }.Write(256, 256)),
    ];

    private static async Task<T> InTime<T>(Func<Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await work();
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Soon);
        return result;
    }
}
