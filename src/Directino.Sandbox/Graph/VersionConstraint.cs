using System.Globalization;

namespace Directino.Sandbox.Graph;

/// <summary>Lets <c>v25.0</c> through and nothing else, so that the bare paths never hide an address of the app they sit in.</summary>
internal sealed class VersionConstraint : IRouteConstraint
{
    public const string Name = "graphversion";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && IsVersion(text);

    public static bool IsVersion(string text) =>
        text.Length is >= 4 and <= 6 && text[0] == 'v' && text[^2] == '.' && char.IsAsciiDigit(text[^1]) && text.AsSpan(1, text.Length - 3).IndexOfAnyExceptInRange('0', '9') < 0;
}
