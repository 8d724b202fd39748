using System.Net;

namespace Directino.Instagram.Publishing;

/// <summary>The rest of a film as a request body: read in pieces, counted as it leaves. The stream stays its owner's.</summary>
internal sealed class FilmContent(Stream film, long length, Action<long> sent) : HttpContent
{
    private const int Piece = 128 * 1024;

    protected override bool TryComputeLength(out long size)
    {
        size = length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Copy(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => Copy(stream, cancellationToken);

    private async Task Copy(Stream target, CancellationToken cancellation)
    {
        var piece = new byte[Piece];
        var done = 0L;
        for (var read = await film.ReadAsync(piece, cancellation); read > 0; read = await film.ReadAsync(piece, cancellation))
        {
            await target.WriteAsync(piece.AsMemory(0, read), cancellation);
            done += read;
            sent(done);
        }
    }
}

internal sealed record UploadWire
{
    public bool? Success { get; init; }

    public long? Offset { get; init; }

    public long? FileOffset { get; init; }

    public long? BytesTransferred { get; init; }
}
