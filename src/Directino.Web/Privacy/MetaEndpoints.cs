using Directino.Accounts.Connecting;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Directino.Web.Privacy;

/// <summary>Where Meta says that a person removed the app or wants their data deleted. The signature is the authorisation.</summary>
public static class MetaEndpoints
{
    public static IEndpointRouteBuilder MapMeta(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/meta").AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        group.MapPost("/deauthorize", Deauthorize);
        group.MapPost("/data-deletion", Delete);
        return routes;
    }

    private static async Task<Results<Ok, BadRequest>> Deauthorize([FromForm(Name = "signed_request")] string? signed, MetaCallbacks callbacks, CancellationToken ct) =>
        await callbacks.Deauthorize(signed, ct) ? TypedResults.Ok() : TypedResults.BadRequest();

    private static async Task<Results<Ok<DeletionAnswer>, BadRequest>> Delete(
        [FromForm(Name = "signed_request")] string? signed, HttpRequest request, MetaCallbacks callbacks, SiteAddress site, CancellationToken ct) =>
        await callbacks.Delete(signed, ct) is { } code
            ? TypedResults.Ok(new DeletionAnswer(site.Full(request, $"/privacy/deletion/{code}").AbsoluteUri, code))
            : TypedResults.BadRequest();
}

/// <summary>As Meta wants it (compliance.md section 5.2).</summary>
/// <param name="Code">What the person is shown.</param>
public sealed record DeletionAnswer(
    [property: System.Text.Json.Serialization.JsonPropertyName("url")] string Url,
    [property: System.Text.Json.Serialization.JsonPropertyName("confirmation_code")] string Code);
