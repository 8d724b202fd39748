using Directino.Sandbox;

var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null) builder.WebHost.UseUrls("http://localhost:5090");
// Addresses carry tokens and codes, as on the real platform: they do not belong into a log.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
#pragma warning disable RS0030 // Here, and only here, the real clock is chosen.
builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
builder.Services.AddSandbox(builder.Configuration);
var app = builder.Build();
app.MapSandbox();
app.Run();
