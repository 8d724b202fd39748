using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Directino.Benchmarks.Intake;

/// <summary>Bodies that nobody should send: very large ones, nested ones, ones that are no JSON. Each is signed, each time another.</summary>
internal static class OddBodies
{
    private const int Large = 10_000_000;

    public static IReadOnlyList<(string Name, Func<int, byte[]> Body)> All { get; } =
    [
        ("10 MB of messages", seed => Body(seed, Messages(seed))),
        ("10 MB of random text", seed => Body(seed, $$$"""{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":1,"message":{"mid":"m{{{seed}}}","text":"{{{Noise(seed, Large)}}}"}}""")),
        ("10 MB that are no JSON", seed => Encoding.ASCII.GetBytes("no JSON " + Noise(seed, Large))),
        ("100,000 brackets deep", seed => Encoding.ASCII.GetBytes($"{new string('[', 100_000)}{seed}{new string(']', 100_000)}")),
        ("NUL bytes", seed => Body(seed, $$$"""{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":1,"message":{"mid":"n{{{seed}}}","text":"\u0000"}}""")),
        ("an object nobody knows", seed => Encoding.ASCII.GetBytes($$$"""{"object":"moon","entry":[{"id":"1","time":{{{seed}}},"changes":[{"field":"tide","value":{"high":true}}]}]}""")),
    ];

    public static HttpRequestMessage Request(string path, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Version = HttpVersion.Version11 };
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(IntakeServer.Secret), body)));
        return request;
    }

    private static byte[] Body(int seed, string messaging) =>
        Encoding.ASCII.GetBytes($$$"""{"object":"instagram","entry":[{"time":{{{seed}}},"id":"17841400000000001","messaging":[{{{messaging}}}]}]}""");

    private static string Messages(int seed)
    {
        var text = new StringBuilder(Large);
        for (var i = 0; text.Length < Large; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture,
                $$$"""{"sender":{"id":"{{{1000 + (i % 700)}}}"},"recipient":{"id":"17841400000000001"},"timestamp":1772649999876,"message":{"mid":"aWdfZAG{{{seed}}}x{{{i:D7}}}","text":"I saw the cardamom buns this morning and would like to order two dozen."}}""");
        }

        return text.ToString();
    }

    private static string Noise(int seed, int length)
    {
        const string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
        return new string(new Random(seed).GetItems<char>(letters, length));
    }
}
