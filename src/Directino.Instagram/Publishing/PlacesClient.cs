using Directino.Instagram.Wire;

namespace Directino.Instagram.Publishing;

/// <summary>Places for <see cref="PostContainer.LocationId"/> (discovery.md section 7). Only accounts connected with Facebook Login can search.</summary>
public sealed class PlacesClient
{
    private readonly GraphTransport _graph;

    internal PlacesClient(GraphTransport graph) => _graph = graph;

    /// <summary><c>GET /pages/search</c>: Pages by name, those with a location only.</summary>
    /// <param name="access">An account connected with Facebook Login.</param>
    /// <param name="text">Words of the name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="Errors.OptionRefusedException">Instagram Login has no search: an id that is known already may still be sent.</exception>
    /// <exception cref="Errors.PermissionMissingException">The app lacks Page Public Metadata Access.</exception>
    public async Task<IReadOnlyList<Place>> Search(InstagramAccess access, string text, CancellationToken cancellation = default)
    {
        PublishingClient.OnlyFacebook(access, PublishingOption.LocationSearch);
        var answer = await _graph.Get(
            access, "pages/search", Query.Of("q", text).And("fields", "id,name,location,link"), InstagramJson.Default.ListedPlaceWire, cancellation);
        return [.. answer.Items.Where(row => row.Location is not null).Select(row => row.ToPlace())];
    }
}
