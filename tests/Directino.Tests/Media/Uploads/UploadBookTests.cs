using Directino.Accounts;
using Directino.Hosting;
using Directino.Media;
using Directino.Media.Uploads;
using Directino.Tests.Planning;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Tests.Media.Uploads;

public sealed class UploadBookTests
{
    private static readonly byte[] Picture = TestPictures.Jpeg(900, 900);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_broken_line_brought_stays_and_the_rest_makes_it_a_picture_once()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<UploadBook>();
        var id = await Begin(shop, Picture.Length, "Market.jpg");
        await Should.ThrowAsync<IOException>(() => book.Append(shop.Id, shop.Owner, id, 0, new BreakingStream(Picture[..700]), Ct));
        (await book.Find(shop.Id, shop.Owner, id, Ct))!.Offset.ShouldBe(700);
        (await book.Settle(shop.Id, shop.Owner, id, Ct)).ShouldBeNull();

        (await Append(shop, id, 100, Picture[100..])).ShouldBe(new AppendOutcome.ElsewhereNow(700));
        (await Append(shop, id, 700, Picture[700..])).ShouldBe(new AppendOutcome.Appended(Picture.Length));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => book.Settle(shop.Id, shop.Owner, id, Ct)));
        var items = outcomes.Select(o => o.ShouldBeOfType<UploadOutcome.Added>().Item).ToList();
        items.Select(i => i.Id).Distinct().Count().ShouldBe(1);
        (items[0].FileName, items[0].Width).ShouldBe(("Market.jpg", 900));
        Parts(studio).ShouldBeEmpty();
        // Who did not hear the answer asks again.
        (await Append(shop, id, Picture.Length, [])).ShouldBe(new AppendOutcome.Appended(Picture.Length));
    }

    [Fact]
    public async Task Nobody_else_sends_reads_or_forgets_it()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, other) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Other"));
        var book = studio.Get<UploadBook>();
        var id = await Begin(shop, Picture.Length);
        foreach (var (workspace, person) in new[] { (other.Id, other.Owner), (shop.Id, other.Owner), (other.Id, shop.Owner) })
        {
            (await book.Find(workspace, person, id, Ct)).ShouldBeNull();
            (await book.Append(workspace, person, id, 0, new MemoryStream(Picture), Ct)).ShouldBeOfType<AppendOutcome.NotThere>();
            (await book.Settle(workspace, person, id, Ct)).ShouldBeNull();
            (await book.Abandon(workspace, person, id, Ct)).ShouldBeFalse();
        }

        (await book.Abandon(shop.Id, shop.Owner, id, Ct)).ShouldBeTrue();
        Parts(studio).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_become_anything_is_not_sent_to_its_end()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<UploadBook>();
        var id = await Begin(shop, 1_000_000);
        (await Append(shop, id, 0, new byte[4096])).ShouldBeOfType<AppendOutcome.Refused>();
        (await book.Settle(shop.Id, shop.Owner, id, Ct)).ShouldBe(new UploadOutcome.Refused(MediaRefusal.UnknownFormat));
        var large = await Begin(shop, book.Largest);
        (await Append(shop, large, 0, Picture)).ShouldBeOfType<AppendOutcome.Refused>();
        (await book.Settle(shop.Id, shop.Owner, large, Ct)).ShouldBe(new UploadOutcome.Refused(MediaRefusal.TooLarge));
        var small = await Begin(shop, 200);
        (await Append(shop, small, 0, Picture)).ShouldBeOfType<AppendOutcome.TooMuch>();
        (await book.Begin(shop.Id, shop.Owner, "", 0, Ct)).ShouldBe(new UploadStart.Refused(MediaRefusal.Empty));
        (await book.Begin(shop.Id, shop.Owner, "", book.Largest + 1, Ct)).ShouldBe(new UploadStart.Refused(MediaRefusal.VideoTooLarge));
    }

    [Fact]
    public async Task Who_only_begins_does_not_fill_the_disk()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<UploadBook>();
        var most = studio.Get<IOptions<MediaOptions>>().Value.MostUnfinished;
        for (var begun = 0L; begun + book.Largest <= most; begun += book.Largest)
            await Begin(shop, book.Largest);
        (await book.Begin(shop.Id, shop.Owner, "", book.Largest, Ct)).ShouldBe(new UploadStart.Refused(MediaRefusal.TooManyUnfinished));
    }

    [Fact]
    public async Task A_whole_one_whose_process_died_is_taken_in_and_an_unfinished_one_goes_after_a_day()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (whole, begun) = (await Begin(shop, Picture.Length), await Begin(shop, Picture.Length));
        await Append(shop, whole, 0, Picture);
        await Append(shop, begun, 0, Picture[..500]);
        await studio.PassTime(TimeSpan.FromMinutes(6));
        await using (var db = shop.Open())
        {
            (await db.Set<Upload>().SingleAsync(u => u.Id == whole, Ct)).ItemId.ShouldNotBeNull();
            (await db.Set<MediaItem>().CountAsync(Ct)).ShouldBe(1);
        }

        Parts(studio).Length.ShouldBe(1);
        await studio.PassTime(TimeSpan.FromHours(23));
        Parts(studio).Length.ShouldBe(1);
        await studio.PassTime(TimeSpan.FromHours(1.1));
        Parts(studio).ShouldBeEmpty();
        await using var after = shop.Open();
        (await after.Set<Upload>().CountAsync(Ct)).ShouldBe(0);
        (await after.Set<MediaItem>().CountAsync(Ct)).ShouldBe(1);
    }

    private static async Task<UploadId> Begin(TestWorkspace shop, long length, string name = "picture.jpg") =>
        (await shop.Studio.Get<UploadBook>().Begin(shop.Id, shop.Owner, name, length, Ct)).ShouldBeOfType<UploadStart.Begun>().Upload.Id;

    private static Task<AppendOutcome> Append(TestWorkspace shop, UploadId id, long offset, byte[] bytes) =>
        shop.Studio.Get<UploadBook>().Append(shop.Id, shop.Owner, id, offset, new MemoryStream(bytes), Ct);

    private static string[] Parts(Tests.Studio.Studio studio) =>
        Directory.GetFiles(Path.Combine(studio.Get<IOptions<HostingOptions>>().Value.DataFolder, "work"), "*.part");

    /// <summary>Gives what it has and breaks.</summary>
    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The line broke.");
    }
}
