using System.Security.Cryptography;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace Directino.Web.Reference;

/// <summary>What the REST API is, for programs (OpenAPI) and for people (a page). Both are open: the source is, and they tell nobody's data.</summary>
internal static class ReferenceModule
{
    public const string DocumentPath = "/openapi/v1.json";
    public const string PagePath = "/docs/api";

    public static IServiceCollection AddReference(this IServiceCollection services)
    {
        services.AddOpenApi(ApiDocument.Name, DocumentShape.Set);
        services.AddSingleton<ApiDocument>();
        return services;
    }

    public static WebApplication MapReference(this WebApplication app)
    {
        app.MapGet(DocumentPath, Document).AllowAnonymous().ExcludeFromDescription();
        app.MapScalarApiReference(PagePath, ReferencePage.Set).AllowAnonymous();
        return app;
    }

    private static async Task<FileContentHttpResult> Document(ApiDocument document, SiteAddress site, HttpContext http)
    {
        var json = await document.For(site.Full(http.Request, ""));
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(json, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..32]}\""));
    }
}
