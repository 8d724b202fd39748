using System.Net;
using System.Net.Sockets;

namespace Directino.Media;

/// <summary>Which addresses lie in the open internet, and not on this machine, in its network or in a range with a meaning of its own.</summary>
internal static class OpenInternet
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(range => IPNetwork.Parse(range)),
    ];

    /// <summary>Of IPv6, only what is given out to be reached from everywhere.</summary>
    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    /// <summary>IPv4 as networks that speak IPv6 alone reach it.</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Holds(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Holds(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address))
            return Holds(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return (address.AddressFamily == AddressFamily.InterNetwork || GivenOut.Contains(address)) && !Array.Exists(Closed, range => range.Contains(address));
    }
}
