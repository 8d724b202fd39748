namespace Directino.Planning.ByHand;

/// <summary>Reads the address of a post as people paste it from Instagram's app or a browser.</summary>
public static class HandLink
{
    private const int Longest = 300;

    /// <summary>The address without what sharing adds to it, written as Instagram's API writes it; null when it is not that of a post, reel or story at instagram.com.</summary>
    public static string? Of(string? pasted)
    {
        var text = pasted?.Trim() ?? "";
        if (!text.Contains("://", StringComparison.Ordinal))
            text = $"https://{text}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || !address.IsDefaultPort || address.UserInfo.Length > 0
            || address.IdnHost is not ("instagram.com" or "www.instagram.com" or "m.instagram.com"))
            return null;
        var path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["p", var code, ..] => $"p/{code}",
            ["reel" or "reels", var code, ..] => $"reel/{code}",
            [_, "p", var code] => $"p/{code}",
            [_, "reel" or "reels", var code] => $"reel/{code}",
            ["stories", var user, var story, ..] => $"stories/{user}/{story}",
            ["share", .. { Length: 1 or 2 } shared] => $"share/{string.Join('/', shared)}",
            _ => null,
        };
        return path is null || path.Length > Longest - 30 ? null : $"https://www.instagram.com/{path}/";
    }
}
