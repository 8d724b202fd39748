namespace Directino.Sandbox.Publishing;

/// <summary>A Facebook Page that may have a location. All of them are invented.</summary>
public sealed record Place(string Id, string Name, string? Street, string? City, string? Zip, string? Country, decimal Latitude, decimal Longitude)
{
    public static readonly IReadOnlyList<Place> All =
    [
        new("309000000000001", "Nora Bakes (Sandbox)", "12 Invented Street", "Lisbon", "1100-001", "Portugal", 38.7139m, -9.1334m),
        new("309000000000002", "Studio Terra (Sandbox)", "3 Clay Yard", "Lisbon", "1200-002", "Portugal", 38.7103m, -9.1460m),
        new("309000000000003", "Market Hall (Sandbox)", "1 Market Square", "Porto", "4000-003", "Portugal", 41.1496m, -8.6110m),
        new("309000000000004", "Quay of Lanterns (Sandbox)", null, "Hamburg", "20457", "Germany", 53.5436m, 9.9882m),
        new("309000000000005", "Bakery on the Web (Sandbox)", null, null, null, null, 0, 0),
    ];

    /// <summary>A Page of the web only cannot be named as a place.</summary>
    public bool HasLocation => City is not null;

    public static Place? Of(string id) => All.FirstOrDefault(place => place.Id == id && place.HasLocation);
}
