using System.Text.Json.Serialization.Metadata;
using Directino.Persistence;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Directino.Web.Reference;

/// <summary>Types as they are written in answers, and what may be left out of requests.</summary>
internal static class TrueSchemas
{
    public static Task Set(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonTypeInfo.Type;
        Ids(schema, type);
        // A number that came as text would be read, too; whoever writes a client wants to know what it is.
        if (schema.Type is { } number && (number & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0 && number.HasFlag(JsonSchemaType.String))
            (schema.Type, schema.Pattern) = (number & ~JsonSchemaType.String, null);
        if (schema.Enum is { Count: > 0 } && schema.Type is null)
            schema.Type = JsonSchemaType.String;
        if (schema.Required is { Count: > 0 } && (type.Name.EndsWith("Request", StringComparison.Ordinal) || type.Name.EndsWith("Body", StringComparison.Ordinal)))
            schema.Required.ExceptWith(context.JsonTypeInfo.Properties.Where(MayBeLeftOut).Select(p => p.Name));
        return Task.CompletedTask;
    }

    public static void Ids(OpenApiSchema schema, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)))
            (schema.Type, schema.Format, schema.Properties) = (JsonSchemaType.String, "uuid", null);
    }

    private static bool MayBeLeftOut(JsonPropertyInfo property) =>
        property.IsSetNullable || property.PropertyType.IsEnum || property.PropertyType == typeof(bool);
}
