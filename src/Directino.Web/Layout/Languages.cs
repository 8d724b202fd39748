using System.Globalization;

namespace Directino.Web.Layout;

/// <summary>The languages Directino speaks. The first is spoken when nothing else is asked for.</summary>
public static class Languages
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } =
        [CultureInfo.ReadOnly(new GregorianCulture("en")), CultureInfo.ReadOnly(new GregorianCulture("fa"))];

    /// <summary>The language of a name, or none.</summary>
    public static CultureInfo? Find(string? name) =>
        All.FirstOrDefault(culture => culture.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
