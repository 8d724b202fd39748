using Directino.Sandbox;

var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null) builder.WebHost.UseUrls("http://localhost:5090");
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSandbox(builder.Configuration);
var app = builder.Build();
app.MapSandbox();
app.Run();
