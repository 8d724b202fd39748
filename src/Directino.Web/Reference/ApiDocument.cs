using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Directino.Web.Reference;

/// <summary>The OpenAPI 3.1 document of <c>/api/v1</c>: made when it is first asked for, then kept as text.</summary>
internal sealed class ApiDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    public const string Name = "v1";

    /// <summary>Stands in the kept text for the address of this installation, which may differ from request to request.</summary>
    internal const string Site = "https://address-of-this-installation";

    private readonly Lazy<Task<string>> _text = new(async () =>
        await (await provider.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));

    /// <param name="site">Under which the product is reached.</param>
    public async Task<byte[]> For(Uri site)
    {
        var address = JsonEncodedText.Encode(site.AbsoluteUri.TrimEnd('/')).ToString();
        return Encoding.UTF8.GetBytes((await _text.Value).Replace(Site, address, StringComparison.Ordinal));
    }
}
