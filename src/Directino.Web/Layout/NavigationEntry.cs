namespace Directino.Web.Layout;

/// <summary>A place of the product: where it is, its icon, the key of its name in <c>FrameWords</c>, and who may enter.</summary>
public sealed record NavigationEntry(string Route, string Icon, string Word, string? Policy = null)
{
    /// <summary>Whether a path of this site (starting with a slash, without query) lies in this place.</summary>
    public bool Holds(string path) =>
        Route == "/"
            ? path == "/"
            : path.Equals(Route, StringComparison.OrdinalIgnoreCase)
                || path.StartsWith(Route + "/", StringComparison.OrdinalIgnoreCase);
}
