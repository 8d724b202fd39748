using System.Globalization;
using Directino.Sandbox.Control;
using Directino.Sandbox.Journal;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Phone;

/// <summary>The phone under <c>/phone</c>. Works without scripts; with them it is live.</summary>
internal static class PhoneEndpoints
{
    public static IEndpointRouteBuilder MapPhone(this IEndpointRouteBuilder app)
    {
        var phone = app.MapGroup("/phone");
        phone.MapGet("", Show);
        phone.MapGet("/live", (World world, IHostApplicationLifetime life, CancellationToken stop) => TypedResults.ServerSentEvents(PhoneLive.Changes(world, life, stop)));
        phone.MapGet("/assets/{name}", PhoneAssets.Send);
        phone.MapPost("/comments", (HttpContext http, World world, SandboxControl control) => Act(http, world, PhonePost.LongestComment, (state, text, form) =>
            control.Comment(state.As.Id, state.PostId ?? "", text, form["parent"].ToString() is { Length: > 0 } parent ? parent : null)));
        phone.MapPost("/messages", (HttpContext http, World world, SandboxControl control) => Act(http, world, PhoneMessages.LongestMessage, (state, text, form) =>
            control.Message(state.As.Id, state.Page.Id, text, form["payload"].ToString() is { Length: > 0 } payload ? new MessageExtras(QuickReplyPayload: payload) : null)));
        phone.MapPost("/taps", (HttpContext http, World world, SandboxControl control) => Act(http, world, PhoneMessages.LongestMessage, (state, text, form) =>
            control.Tap(state.As.Id, state.Page.Id, text, form["payload"].ToString())));
        phone.MapPost("/votes", (HttpContext http, World world, SandboxControl control) => Act(http, world, 1, (state, text, _) =>
            control.Vote(state.As.Id, state.PostId ?? "", int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var option) ? option : -1)));
        phone.MapPost("/seen", See);
        return app;
    }

    private static IResult Show(HttpContext http, World world, IOptions<SandboxOptions> options)
    {
        http.Response.Headers.CacheControl = "no-store";
        var words = PhoneWords.For(http.Request);
        var now = world.Now;
        var html = world.Read(state => PhoneState.Of(http.Request, state, words) is { } phone
            ? PhonePage.Render(phone, state, now, options.Value.TrialTime, PhoneAssets.Version)
            : PhonePage.Nobody(words, http.Request.PathBase, PhoneAssets.Version));
        return Results.Content(html.Text, "text/html; charset=utf-8");
    }

    private static async Task<IResult> Act(HttpContext http, World world, int longest, Action<PhoneState, string, IFormCollection> act)
    {
        if (IsForeign(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var words = PhoneWords.For(http.Request);
        if (world.Read(state => PhoneState.Of(http.Request, state, words)) is not { } phone) return Results.NotFound();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var text = form["text"].ToString().Trim();
        if (text.Length > longest) return Results.Text(words.Say("toolong", words.Number(longest)), statusCode: StatusCodes.Status400BadRequest);
        try
        {
            if (text.Length > 0) act(phone, text, form);
        }
        catch (Exception refusal) when (refusal is ActRefused or NoSuchThing)
        {
            return Results.Text(refusal.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        return IsScript(http) ? Results.NoContent() : new SeeOther(phone.Here);
    }

    /// <summary>The person has the conversation open: they have read what the page wrote.</summary>
    private static IResult See(HttpContext http, World world, SandboxControl control)
    {
        if (IsForeign(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var words = PhoneWords.For(http.Request);
        var unread = world.Read(state => PhoneState.Of(http.Request, state, words) is { } phone ? PhoneMessages.Unread(phone, state) : []);
        if (unread.Count > 0) control.See(unread[^1].Mid);
        return Results.NoContent();
    }

    /// <summary>A form of another site must not speak for anybody here.</summary>
    private static bool IsForeign(HttpContext http) => http.Request.Headers["Sec-Fetch-Site"] == "cross-site";

    private static bool IsScript(HttpContext http) => http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
