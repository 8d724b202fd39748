namespace Directino.Web.Layout;

/// <summary>What the frame remembers in the browser. Values are checked, since they end up in the page.</summary>
internal static class FrameCookies
{
    public const string ThemeName = "theme";
    public const string RailName = "rail";
    public const string ScreenName = "screen";

    public static string? Theme(HttpRequest request) =>
        request.Cookies[ThemeName] is "light" or "dark" ? request.Cookies[ThemeName] : null;

    public static string? Rail(HttpRequest request) =>
        request.Cookies[RailName] == "folded" ? "folded" : null;

    /// <summary>Whether the browser's last page was in a hand; null where it never said so.</summary>
    public static bool? InHand(HttpRequest request) =>
        request.Cookies[ScreenName] switch { "hand" => true, "desk" => false, _ => null };

    public static CookieOptions Kept(HttpRequest request) => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        IsEssential = true,
    };
}
