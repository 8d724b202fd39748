namespace Directino.Instagram.Publishing;

/// <summary>A Facebook Page with a location.</summary>
/// <param name="Id">Goes into <see cref="PostContainer.LocationId"/>.</param>
/// <param name="Name">Its name.</param>
public sealed record Place(string Id, string Name)
{
    /// <summary>Street and number.</summary>
    public string? Street { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>State or province.</summary>
    public string? State { get; init; }

    /// <summary>Postal code.</summary>
    public string? Zip { get; init; }

    /// <summary>Country.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public decimal? Longitude { get; init; }

    /// <summary>Its page on Facebook.</summary>
    public string? Link { get; init; }
}

internal sealed record PlaceWire
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Link { get; init; }

    public LocationWire? Location { get; init; }

    public Place ToPlace() => new(Id, Name ?? "")
    {
        Street = Location?.Street, City = Location?.City, State = Location?.State, Zip = Location?.Zip, Country = Location?.Country,
        Latitude = Location?.Latitude, Longitude = Location?.Longitude, Link = Link,
    };
}

internal sealed record LocationWire
{
    public string? Street { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? Zip { get; init; }

    public string? Country { get; init; }

    public decimal? Latitude { get; init; }

    public decimal? Longitude { get; init; }
}
