using Directino.Hosting;
using Directino.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;
using Microsoft.Extensions.Options;

namespace Directino.Tests.Media;

public sealed class MediaCleaningTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1.1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_killed_process_left_goes_after_a_day_and_what_is_needed_stays()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var item = await shop.Upload(TestPictures.Jpeg(600, 1200));
        var library = studio.Get<MediaLibrary>();
        await library.Cut(shop.Id, item.Id, Crop.ToSquare, Ct);
        await library.Cut(shop.Id, item.Id, Crop.ToTallest, Ct); // The square is needed no more.
        var store = studio.Get<IMediaStore>();
        var orphan = await store.Put(shop.Id, "A row that was never saved."u8.ToArray(), Ct);
        await File.WriteAllTextAsync(Path.Combine(Folder(studio), $"{shop.Id.Value:N}", "half.draft"), "half", Ct);
        File.SetLastWriteTimeUtc(Path.Combine(Folder(studio), $"{shop.Id.Value:N}", "half.draft"), studio.Clock.GetUtcNow().UtcDateTime);

        (await studio.Get<MediaCleaning>().Run(Ct)).ShouldBe(new MediaCleaned(0, 0, 0));
        studio.Clock.Advance(Day);
        // Whole, square and its small picture, tallest and its small picture, the first small picture: of these three are needed.
        var cleaned = await studio.Get<MediaCleaning>().Run(Ct);
        (cleaned.Orphans, cleaned.Lost).ShouldBe((5, 0));
        (await store.Open(orphan, Ct)).ShouldBeNull();
        var now = (await library.Find(shop.Id, item.Id, Ct))!;
        foreach (var key in new[] { now.Key, now.ThumbnailKey, now.UncroppedKey! })
        {
            await using var content = await store.Open(key, Ct);
            content.ShouldNotBeNull();
        }

        (await studio.Get<MediaCleaning>().Run(Ct)).ShouldBe(new MediaCleaned(0, 0, 0));
    }

    [Fact]
    public async Task An_old_orphan_that_is_put_again_is_young_again()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var store = studio.Get<IMediaStore>();
        var key = await store.Put(shop.Id, "The same bytes."u8.ToArray(), Ct);
        studio.Clock.Advance(Day);
        (await store.Put(shop.Id, "The same bytes."u8.ToArray(), Ct)).ShouldBe(key);
        (await studio.Get<MediaCleaning>().Run(Ct)).Orphans.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_set_aside_when_a_process_died_is_put_back()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var item = await shop.Upload(TestPictures.Jpeg(600, 600));
        var file = Path.Combine(Folder(studio), item.Key);
        File.Move(file, file + ".gone");
        studio.Clock.Advance(Day);
        (await studio.Get<MediaCleaning>().Run(Ct)).Orphans.ShouldBe(0);
        File.Exists(file).ShouldBeTrue();
        File.Exists(file + ".gone").ShouldBeFalse();
    }

    [Fact]
    public async Task An_item_whose_file_is_gone_says_so_until_it_is_back()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var item = await shop.Upload(TestPictures.Jpeg(700, 700));
        var path = Path.Combine(Folder(studio), item.Key);
        var bytes = await File.ReadAllBytesAsync(path, Ct);
        File.Delete(path);
        (await studio.Get<MediaCleaning>().Run(Ct)).ShouldBe(new MediaCleaned(0, 1, 0));
        var told = (await studio.Get<MediaLibrary>().Find(shop.Id, item.Id, Ct))!;
        (told.State, told.Refusal).ShouldBe((MediaState.Refused, MediaRefusal.SourceGone));
        await File.WriteAllBytesAsync(path, bytes, Ct);
        (await studio.Get<MediaCleaning>().Run(Ct)).ShouldBe(new MediaCleaned(0, 0, 1));
        (await studio.Get<MediaLibrary>().Find(shop.Id, item.Id, Ct))!.State.ShouldBe(MediaState.Ready);
    }

    private static string Folder(Tests.Studio.Studio studio) => Path.Combine(studio.Get<IOptions<HostingOptions>>().Value.DataFolder, "media");
}
