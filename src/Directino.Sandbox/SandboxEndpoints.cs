using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Directino.Sandbox.Publishing;

namespace Directino.Sandbox;

/// <summary>Every address of the emulated platform. Paths are Meta's; <c>/ig</c> and <c>/fb</c> choose the host where the host name cannot.</summary>
internal static class SandboxEndpoints
{
    private const string Version = "{version:" + VersionConstraint.Name + "}";

    public static void MapPlatform(this IEndpointRouteBuilder app)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["", "/ig"])
        {
            app.MapGet(prefix + "/oauth/authorize", (HttpContext http, ConsentEndpoints consent) => consent.Show(http, ApiHost.Instagram));
            app.MapPost(prefix + "/oauth/authorize", (HttpContext http, ConsentEndpoints consent) => consent.Decide(http, ApiHost.Instagram));
            app.MapGet(prefix + "/access_token", (HttpContext http, InstagramLogin login) => login.Lengthen(http));
            app.MapGet(prefix + "/refresh_access_token", (HttpContext http, InstagramLogin login) => login.Refresh(http));
            app.MapPost(prefix + "/oauth/access_token", (HttpContext http, InstagramLogin login) => login.Exchange(http));
        }
        app.MapGet("/ig/" + Version + "/access_token", (HttpContext http, InstagramLogin login) => login.Lengthen(http));
        app.MapGet("/ig/" + Version + "/refresh_access_token", (HttpContext http, InstagramLogin login) => login.Refresh(http));
        foreach (var prefix in (ReadOnlySpan<string>)["", "/fb"])
        {
            app.MapGet(prefix + "/" + Version + "/dialog/oauth", (HttpContext http, ConsentEndpoints consent) => consent.Show(http, ApiHost.Facebook));
            app.MapPost(prefix + "/" + Version + "/dialog/oauth", (HttpContext http, ConsentEndpoints consent) => consent.Decide(http, ApiHost.Facebook));
            app.MapMethods(prefix + "/" + Version + "/oauth/access_token", ["GET", "POST"], (HttpContext http, FacebookLogin login) => login.Token(http));
            app.MapGet(prefix + "/" + Version + "/debug_token", (HttpContext http, FacebookLogin login) => login.Debug(http));
            app.MapGet(prefix + "/debug_token", (HttpContext http, FacebookLogin login) => login.Debug(http));
        }
        app.MapMethods("/fb/oauth/access_token", ["GET", "POST"], (HttpContext http, FacebookLogin login) => login.Token(http));

        foreach (var prefix in (ReadOnlySpan<string>)["", "/fb"])
        {
            app.MapMethods(prefix + "/ig-api-upload/" + Version + "/{id}", ["GET", "POST"],
                (HttpContext http, UploadHost uploads, string version, string id) => uploads.Handle(http, version, id));
        }

        string[] verbs = ["GET", "POST", "DELETE"];
        app.MapMethods("/ig/{**path}", verbs, (HttpContext http, GraphEndpoint graph, string? path) => graph.Handle(http, ApiHost.Instagram, path ?? ""));
        app.MapMethods("/fb/{**path}", verbs, (HttpContext http, GraphEndpoint graph, string? path) => graph.Handle(http, ApiHost.Facebook, path ?? ""));
        app.MapMethods("/" + Version + "/{**path}", verbs, (HttpContext http, GraphEndpoint graph, string version, string? path) => graph.Handle(http, null, version + "/" + path));

        app.MapGet("/sandbox/consent.css", () => Results.Text(ConsentPage.Style, "text/css"));
        app.MapGet("/sandbox/files/{key}", (string key, PictureStore pictures) => pictures.Open(key) is { } file
            ? Results.Stream(file, key.EndsWith(".mp4", StringComparison.Ordinal) ? "video/mp4" : "image/jpeg", enableRangeProcessing: file.CanSeek)
            : Results.NotFound());
    }
}
