using Microsoft.OpenApi;

namespace Directino.Web.Reference;

/// <summary>Files as they are, in requests and answers: the framework has no type from which to tell them.</summary>
internal static class FileBodies
{
    private static OpenApiSchema Bytes => new() { Type = JsonSchemaType.String, Format = "binary" };

    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, string contentType, string description) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Description = description, Content = Of([contentType]) };
            return Task.CompletedTask;
        });

    public static RouteHandlerBuilder AnswersFile(this RouteHandlerBuilder endpoint, params string[] contentTypes) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            (operation.Responses ??= [])["200"] = new OpenApiResponse { Description = "The file.", Content = Of(contentTypes) };
            return Task.CompletedTask;
        });

    private static Dictionary<string, OpenApiMediaType> Of(string[] contentTypes) =>
        contentTypes.ToDictionary(t => t, _ => new OpenApiMediaType { Schema = Bytes });
}
