using Microsoft.Extensions.Options;

namespace Directino.Sandbox;

/// <summary>Where the sandbox is reached: by its setting, else as it was last called.</summary>
public sealed class SandboxAddress(IOptions<SandboxOptions> options)
{
    private string _seen = "http://localhost:5090";

    public string Base => (options.Value.PublicUrl ?? _seen).TrimEnd('/');

    internal void Seen(HttpContext http) => _seen = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
}
