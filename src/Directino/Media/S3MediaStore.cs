using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Directino.Accounts;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>Files in a bucket of S3 or of a server that speaks like it, under the same keys as in a folder.</summary>
internal sealed class S3MediaStore : IMediaStore, IDisposable
{
    private readonly WorkFolder _folder;
    private readonly string _bucket;
    private readonly AmazonS3Client _s3;

    public S3MediaStore(IOptions<MediaOptions> options, WorkFolder folder)
    {
        var media = options.Value;
        _folder = folder;
        _bucket = media.S3Bucket!;
        var config = new AmazonS3Config
        {
            AuthenticationRegion = media.S3Region,
            // Other servers than Amazon's do not know the newer sums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (media.S3Endpoint is { Length: > 0 } endpoint)
            (config.ServiceURL, config.ForcePathStyle) = (endpoint, true);
        else
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(media.S3Region);
        _s3 = media.S3AccessKey is { Length: > 0 } key ? new AmazonS3Client(key, media.S3SecretKey, config) : new AmazonS3Client(config);
    }

    public async Task<string> Put(WorkspaceId workspace, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var key = MediaKey.Of(workspace, SHA256.HashData(bytes.Span));
        using var content = new MemoryStream(bytes.ToArray(), writable: false);
        await _s3.PutObjectAsync(Whole(new PutObjectRequest { BucketName = _bucket, Key = key, InputStream = content }), ct);
        return key;
    }

    public async Task<string> Put(WorkspaceId workspace, Stream content, CancellationToken ct)
    {
        // The key is known when all of it was read.
        using var file = _folder.NewFile(".s3");
        byte[] hash;
        await using (var draft = new FileStream(file.Path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, useAsync: true))
        {
            await content.CopyToAsync(draft, ct);
            draft.Position = 0;
            hash = await SHA256.HashDataAsync(draft, ct);
        }

        var key = MediaKey.Of(workspace, hash);
        await _s3.PutObjectAsync(Whole(new PutObjectRequest { BucketName = _bucket, Key = key, FilePath = file.Path }), ct);
        return key;
    }

    public async Task<Stream?> Open(string key, CancellationToken ct) =>
        await Find(key, ct) is { } found ? new S3Stream(_s3, _bucket, key, found.ContentLength) : null;

    public async Task<LocalFile?> Lend(string key, CancellationToken ct)
    {
        if (await Open(key, ct) is not { } content)
            return null;
        var file = _folder.NewFile(".s3");
        await using (content)
        await using (var copy = new FileStream(file.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
            await content.CopyToAsync(copy, ct);
        return file;
    }

    public Task Delete(string key, CancellationToken ct) => _s3.DeleteObjectAsync(_bucket, key, ct);

    public async IAsyncEnumerable<StoredFile> List(WorkspaceId workspace, [EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = $"{workspace.Value:N}/" };
        do
        {
            var page = await _s3.ListObjectsV2Async(request, ct);
            foreach (var item in page.S3Objects ?? [])
                yield return new StoredFile(item.Key, When(item.LastModified));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    public async Task<bool> Discard(string key, DateTimeOffset end, CancellationToken ct)
    {
        if (await Find(key, ct) is not { } found || When(found.LastModified) >= end)
            return false;
        await Delete(key, ct);
        return true;
    }

    public async Task Check(CancellationToken ct) => await _s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = _bucket, MaxKeys = 1 }, ct);

    public void Dispose() => _s3.Dispose();

    /// <summary>Signed as a whole: other servers than Amazon's keep the marks of signed pieces as if they were content.</summary>
    private static PutObjectRequest Whole(PutObjectRequest request)
    {
        request.UseChunkEncoding = false;
        return request;
    }

    private async Task<GetObjectMetadataResponse?> Find(string key, CancellationToken ct)
    {
        try
        {
            return await _s3.GetObjectMetadataAsync(_bucket, key, ct);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static DateTimeOffset When(DateTime? instant) => instant is { } known ? new DateTimeOffset(known.ToUniversalTime()) : DateTimeOffset.MaxValue;
}
