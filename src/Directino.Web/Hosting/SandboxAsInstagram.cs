using Directino.Sandbox;

namespace Directino.Web.Hosting;

/// <summary>
/// As long as no Instagram app is configured, the sandbox in this same process is Instagram, spoken to over HTTP like
/// the real one. The only place that knows of the sandbox.
/// </summary>
internal static class SandboxAsInstagram
{
    private const string AppId = "1000000000000001";

    public static bool IsOn(IConfiguration configuration) =>
        configuration.GetValue<bool?>("Sandbox:Enabled") ?? string.IsNullOrEmpty(configuration["Instagram:AppId"]);

    public static WebApplicationBuilder UseSandboxAsInstagram(this WebApplicationBuilder builder)
    {
        if (!IsOn(builder.Configuration))
        {
            builder.Services.AddSingleton<ISandboxConsent, NoSandboxConsent>();
            return builder;
        }

        builder.Services.AddSingleton<ISandboxConsent, SandboxConsent>();
        builder.Services.AddHttpClient(SandboxConsent.Http).ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { AllowAutoRedirect = false });
        var self = Self(builder.Configuration);
        var data = builder.Configuration["Hosting:DataFolder"] ?? "data";
        // A first try needs no settings: both sides are told the same secrets, made for this installation.
        var secrets = SandboxSecrets.FromFile(Path.Combine(data, "keys", "sandbox.json"));
        var settings = new Dictionary<string, string?>
        {
            // From here on an app is configured, so what was decided is written down.
            ["Sandbox:Enabled"] = "true",
            ["Instagram:AppId"] = AppId,
            ["Instagram:AppSecret"] = secrets.AppSecret,
            ["Instagram:MetaAppId"] = AppId,
            ["Instagram:MetaAppSecret"] = secrets.MetaAppSecret,
            ["Instagram:AuthorizeUrl"] = $"{self}/ig/oauth/authorize",
            ["Instagram:CodeExchangeUrl"] = $"{self}/ig/oauth/access_token",
            ["Instagram:InstagramGraph"] = $"{self}/ig/",
            ["Instagram:FacebookGraph"] = $"{self}/fb/",
            ["Instagram:FacebookDialog"] = $"{self}/fb/",
            ["Intake:VerifyToken"] = secrets.VerifyToken,
            ["Sandbox:AppId"] = AppId,
            ["Sandbox:AppSecret"] = secrets.AppSecret,
            ["Sandbox:MetaAppId"] = AppId,
            ["Sandbox:MetaAppSecret"] = secrets.MetaAppSecret,
            ["Sandbox:VerifyToken"] = secrets.VerifyToken,
            ["Sandbox:PublicUrl"] = self,
            ["Sandbox:WebhookUrl"] = $"{self}/webhooks/instagram",
            ["Sandbox:StateFile"] = Path.Combine(data, "sandbox.jsonl"),
        };
        // What somebody set on purpose stays: these are defaults.
        builder.Configuration.AddInMemoryCollection(settings.Where(s => builder.Configuration[s.Key] is null));
        builder.Services.AddSandbox(builder.Configuration);
        return builder;
    }

    /// <summary>The address at which this process reaches itself.</summary>
    private static string Self(ConfigurationManager configuration)
    {
        var port = configuration["http_ports"]?.Split(';')[0];
        var first = (configuration["urls"] ?? (port is null ? WebProgram.DefaultAddress : $"http://localhost:{port}")).Split(';')[0].TrimEnd('/');
        return first.Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal);
    }
}
