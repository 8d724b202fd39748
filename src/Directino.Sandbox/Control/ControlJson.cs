using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Directino.Sandbox.Control;

/// <summary>JSON of the control routes: camelCase, enums as kebab-case words.</summary>
internal static class ControlJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static async Task<T> Read<T>(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Options, http.RequestAborted) ?? throw new ActRefused("The body must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw new ActRefused($"The body is not what is expected here: {e.Message}");
        }
    }

    public static IResult Answer(object? value) => Results.Json(value, Options);
}
