using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CsCheck;
using Directino.Media;
using Directino.Tests.Planning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Directino.Tests.Media;

/// <summary>Whatever comes in by the door ends in an item or a clear refusal.</summary>
public sealed class VideoDoorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Boxes_of_any_bytes_are_read_to_an_end()
    {
        var good = TestFilms.Read("edit-list.mp4");
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 12].Select(Gen.Int[20, good.Length]).Sample((changes, length) =>
        {
            var file = good.AsSpan(0, length).ToArray();
            foreach (var (at, value) in changes.Where(c => c.Item1 < length))
                file[at] = value;
            VideoBoxes.Read(new MemoryStream(file));
        }, iter: 20_000);
        Gen.Byte.Array[0, 400].Sample(bytes => VideoBoxes.Read(new MemoryStream([0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 0, 0, .. bytes])), iter: 5_000);
    }

    [Fact]
    public async Task A_film_with_wrong_bytes_becomes_an_item_or_is_refused()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var good = TestFilms.Read("good.mp4");
        var table = good.AsSpan().IndexOf("moov"u8);
        var random = new Random(20261124);
        for (var round = 0; round < 40; round++)
        {
            var file = (byte[])good.Clone();
            for (var change = 0; change <= round % 6; change++)
                file[(round % 2 == 0 ? table : 0) + random.Next(2500)] = (byte)random.Next(256);
            (await studio.Get<MediaLibrary>().Add(shop.Id, shop.Owner, "clip.mp4", new MemoryStream(file), Ct)).ShouldNotBeNull();
        }

        await studio.FinishVideos();
    }

    [Fact]
    public async Task A_film_that_ends_in_the_middle_is_refused()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var good = TestFilms.Read("good.mp4");
        foreach (var length in new[] { 12, 40, 700, good.Length / 2, good.Length - 1 })
            (await shop.Refused(good[..length])).ShouldBe(MediaRefusal.Broken);
        (await shop.Refused([0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 0, 0])).ShouldBe(MediaRefusal.Broken);
    }

    [Fact]
    public async Task Boxes_that_claim_more_than_there_is_are_not_believed()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var huge = new byte[64];
        "ftypisom"u8.CopyTo(huge.AsSpan(4));
        huge[3] = 16;
        "moov"u8.CopyTo(huge.AsSpan(20));
        huge[19] = 1;
        BinaryPrimitives.WriteUInt64BigEndian(huge.AsSpan(24), ulong.MaxValue);
        (await shop.Refused(huge)).ShouldBe(MediaRefusal.Broken);
        BinaryPrimitives.WriteUInt32BigEndian(huge.AsSpan(16), 0xFFFFFFF0);
        (await shop.Refused(huge)).ShouldBe(MediaRefusal.Broken);
        var good = TestFilms.Read("good.mp4");
        var inner = (byte[])good.Clone();
        BinaryPrimitives.WriteUInt32BigEndian(inner.AsSpan(good.AsSpan().IndexOf("stsz"u8) - 4), 0x7FFFFFFF);
        (await shop.Refused(inner)).ShouldBeOneOf(MediaRefusal.Broken, MediaRefusal.NoVideoTrack, MediaRefusal.VideoTooShort, MediaRefusal.UnknownCodec);
    }

    [Fact]
    public async Task Too_short_too_long_too_large_and_too_thin_are_said_so()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open(s => s.AddSingleton(Options.Create(new MediaOptions { LargestVideo = 5_000_000 })));
        var shop = await studio.OpenWorkspace();
        (await shop.Refused(TestFilms.Read("too-short.mp4"))).ShouldBe(MediaRefusal.VideoTooShort);
        (await shop.Refused(TestFilms.Read("too-thin.mp4"))).ShouldBe(MediaRefusal.TooThin);
        (await shop.Refused([.. TestFilms.Read("good.mp4"), .. new byte[5_000_000]])).ShouldBe(MediaRefusal.VideoTooLarge);
        (await shop.Refused(TestFilms.Film("32x32", 1, 910, "-an"))).ShouldBe(MediaRefusal.VideoTooLong);
    }

    [Fact]
    public async Task A_file_without_a_picture_is_refused()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        (await shop.Refused(TestFilms.Film("64x64", 24, 4, "-vn"))).ShouldBe(MediaRefusal.NoVideoTrack);
    }

    [Fact]
    public async Task A_playlist_is_no_film_whatever_it_calls_itself()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var secret = Path.Combine(Directory.CreateTempSubdirectory("directino-secret-").FullName, "secret.mp4");
        await File.WriteAllBytesAsync(secret, TestFilms.Read("good.mp4"), Ct);
        foreach (var text in new[] { $"#EXTM3U\n#EXTINF:3,\nfile://{secret}\n", $"ffconcat version 1.0\nfile '{secret}'\n", $"<SMIL><video src='{secret}'/></SMIL>" })
        {
            (await shop.Refused(Encoding.UTF8.GetBytes(text))).ShouldBe(MediaRefusal.UnknownFormat);
            // The same behind the mark of a film.
            (await shop.Refused([0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)])).ShouldBe(MediaRefusal.Broken);
        }
    }

    [Fact]
    public async Task A_film_that_points_at_another_file_or_address_does_not_make_us_open_it()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = listener.AcceptSocketAsync(Ct).AsTask();
        var file = PointingElsewhere(TestFilms.Read("moov-last.mp4"), $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/film.mp4");
        var outcome = await studio.Get<MediaLibrary>().Add(shop.Id, shop.Owner, "clip.mp4", new MemoryStream(file), Ct);
        outcome.ShouldBe(new UploadOutcome.Refused(MediaRefusal.PointsElsewhere));
        asked.IsCompleted.ShouldBeFalse();
        listener.Stop();
        await Should.ThrowAsync<SocketException>(asked);
    }

    [Fact]
    public async Task A_film_with_a_page_or_an_archive_behind_it_loses_it()
    {
        TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var video = await shop.UploadVideo([.. TestFilms.Read("good.mp4"), .. "PK\u0003\u0004<script>alert(1)</script>"u8]);
        video.State.ShouldBe(MediaState.Ready);
        Encoding.Latin1.GetString(await shop.Bytes(video)).ShouldNotContain("<script>");
    }

    /// <summary>Its data reference names an address instead of the file itself; the boxes around it grow with it.</summary>
    private static byte[] PointingElsewhere(byte[] file, string address)
    {
        var at = file.AsSpan().IndexOf("url "u8) - 4;
        byte[] reference = [0, 0, 0, 0, .. "url "u8, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(address), 0];
        BinaryPrimitives.WriteInt32BigEndian(reference, reference.Length);
        byte[] changed = [.. file[..at], .. reference, .. file[(at + 12)..]];
        foreach (var box in new[] { "moov", "trak", "mdia", "minf", "dinf", "dref" })
        {
            var head = changed.AsSpan().IndexOf(Encoding.ASCII.GetBytes(box)) - 4;
            BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(head), BinaryPrimitives.ReadInt32BigEndian(changed.AsSpan(head)) + reference.Length - 12);
        }

        return changed;
    }
}
