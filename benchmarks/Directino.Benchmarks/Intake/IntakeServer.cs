using System.Text;
using Directino.Accounts;
using Directino.Hosting;
using Directino.Instagram.Webhooks;
using Directino.Intake;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Web.Intake;

namespace Directino.Benchmarks.Intake;

/// <summary>Three endpoints in one process: signature only; signature and a plain append in groups to the same table; the product's own.</summary>
internal static class IntakeServer
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    public static async Task<int> Serve(string database, string connection, int port, TimeProvider clock)
    {
        var folder = Directory.CreateTempSubdirectory("directino-bench-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, port));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Hosting:DataFolder", folder),
            new("Database:Provider", database),
            new("Database:ConnectionString", connection.Length == 0 ? $"Data Source={Path.Combine(folder, "bench.db")}" : connection),
            new("Instagram:AppSecret", Secret),
        ]);
        builder.Services.AddSingleton<IWakeUp, NobodyToWake>();
        builder.Services.AddSingleton<IChangeFeed, NobodyToTell>();
        builder.Services.AddSingleton(clock);
        builder.Services.AddDirectino(builder.Configuration);
        await using var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);

        byte[][] secrets = [Encoding.UTF8.GetBytes(Secret)];
        await using var appender = PlainAppender.For(app.Services);
        app.MapPost("/signature", async (HttpContext context) =>
        {
            var body = await Read(context);
            context.Response.StatusCode = WebhookSignature.Matches(body, context.Request.Headers["X-Hub-Signature-256"], secrets) ? 200 : 401;
        });
        app.MapPost("/append", async (HttpContext context) =>
        {
            var body = await Read(context);
            if (!WebhookSignature.Matches(body, context.Request.Headers["X-Hub-Signature-256"], secrets))
            {
                context.Response.StatusCode = 401;
                return;
            }

            await appender.Append(body);
        });
        app.MapWebhooks();
        await app.RunAsync();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<byte[]> Read(HttpContext context)
    {
        var body = new byte[(int)context.Request.ContentLength!];
        await context.Request.Body.ReadExactlyAsync(body);
        return body;
    }
}
