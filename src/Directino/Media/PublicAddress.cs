using System.Net;
using Directino.Hosting;
using Directino.Instagram;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>Where Instagram finds this installation: <c>Hosting:PublicUrl</c>, else the address it listens on, which is enough for the sandbox beside it.</summary>
public sealed class PublicAddress(IOptions<HostingOptions> hosting, IServer? server = null)
{
    private static readonly string[] InnerNames = [".localhost", ".local", ".internal", ".lan", ".home.arpa", ".test", ".invalid"];

    public Uri Base => Known ?? throw new InvalidOperationException("This process listens on no address; set Hosting:PublicUrl to the address of the installation.");

    /// <summary>Null when nobody said it and this process listens nowhere.</summary>
    public Uri? Known =>
        hosting.Value.PublicUrl is { Length: > 0 } set ? new(set.TrimEnd('/') + "/")
        : server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening ? new(Reachable(listening).TrimEnd('/') + "/")
        : null;

    /// <summary>Whether Instagram is Meta's, which reaches nothing but the open internet; a sandbox beside this installation reaches what it reaches.</summary>
    public static bool MustBeOutside(InstagramClientOptions instagram) =>
        new[] { instagram.InstagramGraph, instagram.FacebookGraph }.Any(g =>
            g.Host.EndsWith(".instagram.com", StringComparison.OrdinalIgnoreCase) || g.Host.EndsWith(".facebook.com", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// False for what only this machine or its network knows, by its look alone: loopback, private, link-local and unique local addresses, names without a dot
    /// and of the ends that are kept for inner networks (RFC 6761, 6762, 8375). What a name leads to is seen when it is asked for.
    /// </summary>
    public static bool MayLieOutside(Uri address)
    {
        if (IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip))
            return OpenInternet.Holds(ip);
        var name = "." + address.IdnHost.TrimEnd('.');
        return name.LastIndexOf('.') > 0 && !Array.Exists(InnerNames, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }

    private static string Reachable(string listening) => listening
        .Replace("://+", "://localhost", StringComparison.Ordinal)
        .Replace("://*", "://localhost", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
        .Replace("://[::]", "://localhost", StringComparison.Ordinal);
}
