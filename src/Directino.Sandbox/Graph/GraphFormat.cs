using System.Globalization;

namespace Directino.Sandbox.Graph;

internal static class GraphFormat
{
    /// <summary>Meta writes the offset without a colon.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);
}
