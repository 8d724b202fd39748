using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Directino.Web.Idempotency;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Directino.Web.Reference;

/// <summary>What the document says beyond what endpoints say themselves: who may call, and every status they share.</summary>
internal static class DocumentShape
{
    private const string Key = "ApiKey";
    private const string Problem = "ProblemDetails";
    private const string ProblemType = "application/problem+json";

    public static void Set(OpenApiOptions options)
    {
        var names = new ConcurrentDictionary<string, Type>();
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = type => Named(type, names);
        options.AddSchemaTransformer(TrueSchemas.Set);
        options.AddOperationTransformer(Complete);
        options.AddDocumentTransformer(Introduce);
    }

    /// <summary>Two types of one name would become one schema that is true of one of them.</summary>
    private static string? Named(JsonTypeInfo type, ConcurrentDictionary<string, Type> names)
    {
        if (OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not { } name)
            return null;
        var real = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return names.GetOrAdd(name, real) == real ? name : throw new InvalidOperationException($"{names[name]} and {real} would be one schema, {name}: give one of them another name.");
    }

    private static async Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var endpoint = context.Description.ActionDescriptor.EndpointMetadata;
        context.Document!.AddComponent(Problem, await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), cancellationToken: ct));
        var answers = operation.Responses ??= [];
        if (operation.Parameters is { Count: > 0 } || operation.RequestBody is not null)
            answers.TryAdd("400", Said("The request could not be read, or breaks a rule."));
        answers.TryAdd("401", Said("There is no API key, or it is no longer valid."));
        answers.TryAdd("403", Said("The key, or its member, may not do this."));
        answers.TryAdd("429", Said("Too many requests with this key; Retry-After says in how many seconds to try again."));
        if (endpoint.OfType<MethodInfo>().Any(m => MayBeAProblem(m.ReturnType)) && !endpoint.OfType<IProducesResponseTypeMetadata>().Any(p => p.Type == typeof(ProblemDetails)))
            answers.TryAdd("409", Said("As things stand this cannot be done; detail says why, and rule names it."));
        if (IdempotencyKey.IsUnsafe(context.Description.HttpMethod!) && !endpoint.OfType<OffsetsInstead>().Any())
            TakesKey(operation, answers);
        foreach (var (status, answer) in answers)
        {
            if (status[0] == '4' && answer is OpenApiResponse { Content: null or { Count: 0 } } empty)
                empty.Content = new Dictionary<string, OpenApiMediaType> { [ProblemType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Problem, context.Document) } };
        }

        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            var type = context.Description.ParameterDescriptions.FirstOrDefault(p => p.Name == parameter.Name)?.ParameterDescriptor?.ParameterType;
            if (type is not null && parameter.Schema is OpenApiSchema schema)
                TrueSchemas.Ids(schema, type);
            if (parameter.In == ParameterLocation.Query)
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            parameter.Description ??= CommonParameters.Says(parameter.Name);
        }

        operation.Responses = [];
        foreach (var (status, answer) in answers.OrderBy(a => a.Key, StringComparer.Ordinal))
            operation.Responses[status] = answer;
    }

    private static void TakesKey(OpenApiOperation operation, OpenApiResponses answers)
    {
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = IdempotencyKey.Header, In = ParameterLocation.Header, Example = "7f0c7a9e-3b1d-4a55-9d2c-0f6f6a1f2b10",
            Description = "A name of your own for this one request, best a random UUID: sent again within 24 hours it is not done again but answered as the first time, with Idempotency-Replayed: true.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyKey.Longest, Pattern = "^[!-~]+$" },
        });
        answers.TryAdd("400", Said("The request could not be read, or breaks a rule."));
        answers.TryAdd("409", Said("The first request with this Idempotency-Key is still being worked on (Retry-After), or its outcome is not known."));
        answers.TryAdd("422", Said("This Idempotency-Key was used for another request."));
    }

    private static OpenApiResponse Said(string description) => new() { Description = description };

    /// <summary>What a union calls a problem is a conflict, unless its endpoint says which statuses it has.</summary>
    private static bool MayBeAProblem(Type type) =>
        type == typeof(ProblemHttpResult) || (type.IsGenericType && type.GetGenericArguments().Any(MayBeAProblem));

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Directino API",
            Version = ApiDocument.Name,
            Description = """
                Plan, publish, converse and see insights for Instagram professional pages.

                Send an API key as `Authorization: Bearer dk_…`. Times are instants with an offset (ISO 8601, answers are in UTC); days are `yyyy-MM-dd`.
                Ids are opaque. Lists are paged: what an answer gives as next is handed back to continue. What is refused is told as problem details (RFC 9457)
                with a sentence in `detail` or per field in `errors`, and, for programs, the rule's name in `rule` or `rules`.
                """,
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [new OpenApiServer { Url = ApiDocument.Site }];
        document.AddComponent<IOpenApiSecurityScheme>(Key, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "dk_…", Description = "An API key of a workspace." });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
        return Task.CompletedTask;
    }
}
