using System.Security.Cryptography;

namespace Directino.Sandbox.Phone;

/// <summary>The phone's stylesheet, script and letters, carried inside the assembly: nothing is fetched from elsewhere.</summary>
internal static class PhoneAssets
{
    private const string Latin = "inter-latin-wght-normal.woff2";
    private const string Arabic = "vazirmatn-arabic-wght-normal.woff2";

    private static readonly Dictionary<string, (string Type, byte[] Bytes)> All = new(StringComparer.Ordinal)
    {
        ["phone.css"] = ("text/css; charset=utf-8", Read("phone.css")),
        ["phone.js"] = ("text/javascript; charset=utf-8", Read("phone.js")),
        [Latin] = ("font/woff2", Read(Latin)),
        [Arabic] = ("font/woff2", Read(Arabic)),
    };

    /// <summary>Changes with their content, so that a browser may keep them for ever.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData([.. All["phone.css"].Bytes, .. All["phone.js"].Bytes]).AsSpan(0, 6));

    public static IResult Send(HttpContext http, string name)
    {
        if (!All.TryGetValue(name, out var asset)) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Bytes, asset.Type);
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(PhoneAssets).Assembly.GetManifestResourceStream("phone/" + name) ?? throw new InvalidOperationException($"There is no {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
