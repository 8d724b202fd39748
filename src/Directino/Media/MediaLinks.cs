using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Directino.Accounts;
using Directino.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>
/// Addresses by which Instagram fetches a picture or video: anybody who has one may, nobody can guess one, and after a while it is worth nothing.
/// The token is sealed, so it says neither whose picture it is nor which.
/// </summary>
public sealed class MediaLinks(
    IDataProtectionProvider protection, PublicAddress address, Database database, IMediaStore store, IOptions<MediaOptions> options, TimeProvider clock)
{
    private const int Length = 16 + 16 + 8;
    private readonly IDataProtector _seal = protection.CreateProtector("Directino.Media.Links");

    public Uri For(MediaItem item)
    {
        Span<byte> plain = stackalloc byte[Length];
        item.WorkspaceId.Value.TryWriteBytes(plain);
        item.Id.Value.TryWriteBytes(plain[16..]);
        BinaryPrimitives.WriteInt64BigEndian(plain[32..], (clock.GetUtcNow() + options.Value.LinkLife).ToUnixTimeSeconds());
        return new Uri(address.Base, "media/" + Base64Url.EncodeToString(_seal.Protect(plain.ToArray())));
    }

    /// <summary>The file a token opens; null when it is forged, over, or its picture is gone.</summary>
    public async Task<MediaFile?> Open(string token, CancellationToken ct)
    {
        if (Read(token) is not { } link || link.Expires < clock.GetUtcNow())
            return null;
        await using var db = database.Open(link.Workspace);
        var item = await db.Set<MediaItem>().AsNoTracking()
            .FirstOrDefaultAsync(m => m.Id == link.Item && m.RemovedAt == null && m.State == MediaState.Ready, ct);
        return item is not null && await store.Open(item.Key, ct) is { } content ? new MediaFile(content, item.ContentType) : null;
    }

    private (WorkspaceId Workspace, MediaItemId Item, DateTimeOffset Expires)? Read(string token)
    {
        try
        {
            if (token.Length > 600)
                return null;
            var plain = _seal.Unprotect(Base64Url.DecodeFromChars(token)).AsSpan();
            return plain.Length != Length ? null
                : (WorkspaceId.Of(new Guid(plain[..16])), MediaItemId.Of(new Guid(plain[16..32])),
                    DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(plain[32..])));
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null; // Not one of ours.
        }
    }
}
