namespace Directino.Accounts;

/// <summary>IANA zones as browsers and people name them.</summary>
public static class TimeZones
{
    public const string Fallback = "UTC";

    /// <summary>Zones to choose from, by name.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId && (z.Id.Contains('/', StringComparison.Ordinal) || z.Id == Fallback))
            .Select(z => z.Id).Where(id => !id.StartsWith("Etc/", StringComparison.Ordinal)).Append(Fallback)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static bool IsKnown(string? zone) =>
        !string.IsNullOrEmpty(zone) && zone.Length <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId;

    /// <summary>The zone, or UTC when nobody knows it.</summary>
    public static string OrFallback(string? zone) => IsKnown(zone) ? zone! : Fallback;
}
