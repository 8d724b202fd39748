using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;

namespace Directino.Sandbox.Publishing;

/// <summary><c>GET /pages/search</c>, on the Facebook host only: by words of the name or the town.</summary>
internal sealed class PlaceSearch : IGraphResource
{
    private static readonly FieldTable<Place> Fields = new("Page",
        new("id", place => place.Id, @default: true),
        new("name", place => place.Name, @default: true),
        new("link", place => $"https://www.facebook.com/{place.Id}/"),
        new("location", place => !place.HasLocation ? null : new JsonObject
        {
            ["city"] = place.City, ["country"] = place.Country, ["latitude"] = place.Latitude, ["longitude"] = place.Longitude, ["street"] = place.Street, ["zip"] = place.Zip,
        }));

    public IEnumerable<GraphRoute> Routes => [new("GET", NodeKind.Pages, "search", "pages_search", Search) { Facebook = "" }];

    private static JsonObject Search(GraphCall call)
    {
        var (asked, words) = (call.Fields, call.Needed("q").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Fields.Check(call, asked);
        var found = Place.All.Where(place => words.All(word => $"{place.Name} {place.City}".Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        return GraphPage.Of(call, found, place => place.Id, place => Fields.Project(call, place, asked), most: 100);
    }
}
