using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Directino.Hosting;
using Directino.Media;
using Directino.Tests.Planning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Directino.Tests.Media;

/// <summary>Against a server that speaks S3, whose address <c>DIRECTINO_S3</c> tells.</summary>
public sealed class S3MediaStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_put_is_read_whole_from_any_place_listed_lent_and_deleted()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        using var store = await Store(studio);
        var large = RandomNumberGenerator.GetBytes(20_000_000); // In several parts.
        var key = await store.Put(shop.Id, new MemoryStream(large), Ct);
        (await store.Put(shop.Id, large, Ct)).ShouldBe(key);
        await using (var content = (await store.Open(key, Ct))!)
        {
            content.Length.ShouldBe(large.Length);
            content.Position = 19_999_000;
            var end = new byte[1000];
            await content.ReadExactlyAsync(end, Ct);
            end.ShouldBe(large[19_999_000..]);
        }

        using (var file = (await store.Lend(key, Ct))!)
            SHA256.HashData(await File.ReadAllBytesAsync(file.Path, Ct)).ShouldBe(SHA256.HashData(large));
        (await store.List(shop.Id, Ct).ToListAsync(Ct)).Select(f => f.Key).ShouldBe([key]);
        (await store.Discard(key, DateTimeOffset.MinValue, Ct)).ShouldBeFalse();
        (await store.Discard(key, DateTimeOffset.MaxValue, Ct)).ShouldBeTrue();
        (await store.Open(key, Ct)).ShouldBeNull();
        (await store.Lend(key, Ct)).ShouldBeNull();
        await store.Check(Ct);
    }

    [Fact]
    public async Task The_library_works_with_it_and_Instagram_fetches_by_our_link()
    {
        var options = await Options();
        await using var studio = await Tests.Studio.Studio.Open(services => services.AddSingleton<IMediaStore>(sp => new S3MediaStore(options, sp.GetRequiredService<WorkFolder>())));
        var shop = await studio.OpenWorkspace();
        var item = await shop.Upload(TestPictures.Jpeg(600, 1200));
        await studio.Get<MediaLibrary>().Cut(shop.Id, item.Id, Crop.ToTallest, Ct);
        var cut = (await studio.Get<MediaLibrary>().Find(shop.Id, item.Id, Ct))!;
        var link = studio.Get<MediaLinks>().For(cut);
        await using var file = (await studio.Get<MediaLinks>().Open(link.Segments[^1], Ct))!;
        file.Content.Length.ShouldBe(cut.Bytes);
    }

    private static async Task<S3MediaStore> Store(Tests.Studio.Studio studio) => new(await Options(), studio.Get<WorkFolder>());

    /// <summary>A bucket of its own.</summary>
    private static async Task<IOptions<MediaOptions>> Options()
    {
        var address = Environment.GetEnvironmentVariable("DIRECTINO_S3");
        Assert.SkipUnless(address is { Length: > 0 }, "No server that speaks S3 is here");
        var media = new MediaOptions { S3Endpoint = address, S3Bucket = $"directino-{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}", S3Region = "us-east-1", S3AccessKey = "S3RVER", S3SecretKey = "S3RVER" };
        using var s3 = new AmazonS3Client(media.S3AccessKey, media.S3SecretKey, new AmazonS3Config
        {
            ServiceURL = address, ForcePathStyle = true, AuthenticationRegion = media.S3Region, RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        });
        await s3.PutBucketAsync(media.S3Bucket, Ct);
        return Microsoft.Extensions.Options.Options.Create(media);
    }
}
