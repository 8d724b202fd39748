using System.Net;
using System.Net.Sockets;

namespace Directino.Media;

/// <summary>
/// Where a file that somebody names by its address may be fetched from. What a name means is asked once, and the connection goes to the
/// address that was looked at: a name that means something else a moment later changes nothing. Another redirect is another connection.
/// </summary>
/// <param name="MayReach">Whether a connection to the address may be made.</param>
/// <param name="Scheme">The only one that is followed.</param>
internal sealed record FetchGuard(Func<IPAddress, bool> MayReach, string Scheme)
{
    public static readonly FetchGuard Default = new(OpenInternet.Holds, Uri.UriSchemeHttps);

    /// <summary>A handler that leaves nothing of one fetch to the next: no connection, no cookie, no proxy that would connect in its place.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        MaxResponseHeadersLength = 32,
        ActivityHeadersPropagator = null,
        ConnectCallback = Connect,
    };

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var open = Array.FindAll(addresses, a => MayReach(a));
        if (open.Length == 0)
            throw new ClosedAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, ct);
            if (socket.RemoteEndPoint is not IPEndPoint reached || !MayReach(reached.Address.IsIPv4MappedToIPv6 ? reached.Address.MapToIPv4() : reached.Address))
                throw new ClosedAddressException();
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name that leads to this machine or its network.</summary>
internal sealed class ClosedAddressException() : Exception("The address does not lie in the open internet.");
