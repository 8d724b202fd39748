using Directino.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Directino.Media;

/// <summary>Where Instagram finds this installation: <c>Hosting:PublicUrl</c>, else the address it listens on, which is enough for the sandbox beside it.</summary>
public sealed class PublicAddress(IOptions<HostingOptions> hosting, IServer? server = null)
{
    public Uri Base => new(Text.TrimEnd('/') + "/");

    /// <summary>Whether only this machine can reach it; Instagram then fetches nothing.</summary>
    public bool IsLocal => Base.IsLoopback;

    private string Text =>
        hosting.Value.PublicUrl is { Length: > 0 } set ? set
        : server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening ? Reachable(listening)
        : throw new InvalidOperationException("This process listens on no address; set Hosting:PublicUrl to the address of the installation.");

    private static string Reachable(string listening) => listening
        .Replace("://+", "://localhost", StringComparison.Ordinal)
        .Replace("://*", "://localhost", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
        .Replace("://[::]", "://localhost", StringComparison.Ordinal);
}
