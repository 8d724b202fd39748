using Directino.Hosting;
using Directino.Hosting.Cluster;
using Directino.Persistence;
using Directino.Web.Access;
using Microsoft.Extensions.Hosting;

namespace Directino.Web.Hosting;

/// <summary>The whole program: settings checked, tables brought up to date, then pages, endpoints, silo and, for a first try, the sandbox.</summary>
public static class WebProgram
{
    /// <summary>Where it answers unless another address was set, in any of the ways of ASP.NET Core.</summary>
    internal const string DefaultAddress = "http://localhost:5080";

    private const int WrongSettings = 78;

    public static async Task<int> Run(string[] args)
    {
        var app = Build(args);
        var complaints = Directino.Hosting.Settings.Complaints(app.Services);
        if (complaints.Count > 0)
        {
            await Console.Error.WriteLineAsync(
                $"Directino did not start: {complaints.Count} setting(s) are wrong.{Environment.NewLine}{string.Join(Environment.NewLine, complaints.Select(c => "  - " + c))}");
            return WrongSettings;
        }

        var migrator = app.Services.GetRequiredService<Migrator>();
        try
        {
            migrator.TakeFolder();
        }
        catch (FolderInUseException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return WrongSettings;
        }

        // Of a start the data model takes longest: pages and endpoints are put together beside it.
        var tables = Task.Run(() => migrator.Migrate(CancellationToken.None));
        app.UsePages();
        app.MapEverything();
        PutTogether(app);
        await tables;
        await app.RunAsync();
        return 0;
    }

    /// <summary>Settings carry our name in an environment that many programs share; what is said at the start comes before them.</summary>
    internal static void AddSettings(IConfigurationBuilder configuration, string[] args) =>
        configuration.AddEnvironmentVariables("Directino__").AddCommandLine(args);

    /// <summary>What would else be put together when the program starts and is first asked.</summary>
    private static void PutTogether(WebApplication app)
    {
        _ = app.Services.GetServices<IHostedService>().ToList();
        _ = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).ToList();
    }

    private static WebApplication Build(string[] args)
    {
        NativeMemory.GiveLargePiecesBack();
        var builder = WebApplication.CreateBuilder(args);
        AddSettings(builder.Configuration, args);
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls(DefaultAddress);
        // Pages and scripts are found beside the built program in every environment, not only in Development.
        builder.WebHost.UseStaticWebAssets();
        // Their names carry a hash of what is in them, so a browser asks for each once; only a developer's are read anew each time.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= builder.Environment.IsDevelopment() ? "true" : "false";
#pragma warning disable RS0030 // Here, and only here, the real clock is chosen.
        builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.UseSandboxAsInstagram();
        builder.Services.AddDirectino(builder.Configuration);
        builder.AddCluster();
        builder.AddTelemetry();
        builder.Services.AddPages();
        builder.Services.AddAccess(builder.Configuration);
        builder.Services.AddHostedService<MemoryGivenBack>();
        builder.Services.AddHostedService<ReachAtStart>();

        return builder.Build();
    }
}
