using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Media.Library;
using Directino.Media.Reach;
using Directino.Web.Access;
using Directino.Web.Words;
using Directino.Web.Reference;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Media;

/// <summary>Pictures and videos for programs and pages, and the one address by which Instagram fetches them.</summary>
public static class MediaEndpoints
{
    /// <summary>The address Instagram is given: no sign-in, no redirect, nothing but the file.</summary>
    public static IEndpointRouteBuilder MapMediaLinks(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/media/{token}", [HttpMethods.Get, HttpMethods.Head], Lend).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/" + MediaReach.Probe, () => TypedResults.Text("reached")).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    public static IEndpointRouteBuilder MapMedia(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/media").WithTags("Media");
        group.MapGet("/", List).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListMedia")
            .WithSummary("The library, or what is looked for in it.").WithDescription("Words of name and description (q), folder (an id, or none), kind, used, sort; after continues.");
        group.MapPost("/", Upload).RequireAuthorization(nameof(Permission.EditPosts)).WithName("UploadMedia")
            .WithSummary("Takes a picture or video in.").WithDescription("The file itself is the body: JPEG, HEIC, PNG, WebP, AVIF, MP4 or MOV, whatever its content type says. A video may have to be worked on first.").WithMetadata(new LargeBody())
            .TakesFile("application/octet-stream", "The file itself.").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPost("/fetches", Fetch).RequireAuthorization(nameof(Permission.EditPosts)).WithName("FetchMedia").WithSummary("Takes in a picture or video from an https address in the open internet.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/{id}", Get).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetMedia").WithSummary("One picture or video, with the rules it would break in a post.");
        group.MapGet("/{id}/file", File).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetMediaFile").WithSummary("The file itself, whole or in ranges; size=small is a picture for lists.")
            .AnswersFile("image/jpeg", "video/mp4").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPut("/{id}/alt-text", Describe).RequireAuthorization(nameof(Permission.EditPosts)).WithName("DescribeMedia").WithSummary("Says what is to be seen.");
        group.MapPut("/{id}/labels", SetLabels).RequireAuthorization(nameof(Permission.EditPosts)).WithName("LabelMedia").WithSummary("Gives it these labels of the workspace and no others.");
        group.MapPut("/{id}/crop", CropTo).RequireAuthorization(nameof(Permission.EditPosts)).WithName("CropMedia").WithSummary("Gives the picture a shape that Instagram takes: cut around a point of it, or whole on white.");
        group.MapDelete("/{id}/crop", Uncrop).RequireAuthorization(nameof(Permission.EditPosts)).WithName("UncropMedia").WithSummary("Gives the whole picture back.");
        group.MapDelete("/{id}", Remove).RequireAuthorization(nameof(Permission.EditPosts)).WithName("DeleteMedia").WithSummary("Removes what no post uses.");
        group.MapPost("/{id}/retry", Retry).RequireAuthorization(nameof(Permission.EditPosts)).WithName("RetryMedia").WithSummary("Works again on a video that was refused.");
        group.MapPut("/{id}/poster", Poster).RequireAuthorization(nameof(Permission.EditPosts)).WithName("ChoosePoster").WithSummary("Chooses the moment of a video that lists show.");
        return api;
    }

    private static async Task<IResult> Lend(string token, MediaLinks links, HttpContext context, CancellationToken ct)
    {
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers.CacheControl = "private, max-age=300";
        return await links.Open(token, ct) is { } file ? Results.File(file.Content, file.ContentType, enableRangeProcessing: true) : Results.NotFound();
    }

    private static async Task<Ok<MediaPage>> List(
        [AsParameters] LibraryQuestion question, CurrentVisitor visitors, LibraryReader reader, CancellationToken ct)
    {
        var count = Math.Clamp(question.Limit ?? 50, 1, 100);
        var entries = await reader.List((await visitors.Get(ct)).Workspace, question.Filter, question.After, count, ct);
        return TypedResults.Ok(new MediaPage([.. entries.Select(MediaAnswer.Of)], entries.Count == count ? LibraryKey.Of(entries[^1].Item).ToString() : null));
    }

    private static async Task<Results<Created<MediaAnswer>, Ok<MediaAnswer>, ProblemHttpResult>> Upload(
        string? fileName, HttpRequest request, CurrentVisitor visitors, MediaLibrary library, MediaText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return Taken(await library.Add(visitor.Workspace, visitor.Person, fileName ?? "picture", request.Body, ct), text);
    }

    private static async Task<Results<Created<MediaAnswer>, Ok<MediaAnswer>, ProblemHttpResult>> Fetch(
        FetchRequest request, CurrentVisitor visitors, MediaFetcher fetcher, MediaText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return Taken(await fetcher.Add(visitor.Workspace, visitor.Person, request.Address, null, ct), text);
    }

    private static Results<Created<MediaAnswer>, Ok<MediaAnswer>, ProblemHttpResult> Taken(UploadOutcome outcome, MediaText text) => outcome switch
    {
        UploadOutcome.Added { WasThere: false, Item: var item } => TypedResults.Created($"/api/v1/media/{item.Id}", MediaAnswer.Of(item)),
        UploadOutcome.Added { Item: var item } => TypedResults.Ok(MediaAnswer.Of(item)),
        UploadOutcome.Refused refused => TypedResults.Problem(
            text.Refusal(refused.Why), statusCode: StatusCodes.Status422UnprocessableEntity, extensions: [new("rule", refused.Why.ToString())]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task<Results<Ok<MediaAnswer>, NotFound>> Get(MediaItemId id, CurrentVisitor visitors, LibraryReader reader, CancellationToken ct) =>
        await reader.Find((await visitors.Get(ct)).Workspace, id, ct) is { } entry ? TypedResults.Ok(MediaAnswer.Of(entry)) : TypedResults.NotFound();

    private static async Task<IResult> File(
        MediaItemId id, string? size, string? v, CurrentVisitor visitors, MediaLibrary library, HttpContext context, CancellationToken ct)
    {
        if (await library.Open((await visitors.Get(ct)).Workspace, id, size == "small", ct) is not { } file)
            return Results.NotFound();
        // A versioned address never shows anything else; without a version it is asked for again.
        context.Response.Headers.CacheControl = v is null ? "private, no-cache" : "private, max-age=31536000, immutable";
        return Results.File(file.Content, file.ContentType, enableRangeProcessing: true);
    }

    private static async Task<Results<NoContent, NotFound, ValidationProblem>> Describe(
        MediaItemId id, AltTextRequest request, CurrentVisitor visitors, MediaLibrary library, IStringLocalizer<MediaWords> words, CancellationToken ct)
    {
        if (MediaItem.TidyAltText(request.AltText)?.Length > MediaItem.LongestAltText)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["altText"] = [words["AltTextTooLong"].Value] });
        return await library.Describe((await visitors.Get(ct)).Workspace, id, request.AltText, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<MediaAnswer>, NotFound, ValidationProblem>> SetLabels(
        MediaItemId id, MediaLabelsRequest request, CurrentVisitor visitors, MediaLabels labels, LibraryReader reader, MediaText text, CancellationToken ct)
    {
        var workspace = (await visitors.Get(ct)).Workspace;
        var wanted = (request.LabelIds ?? []).Where(l => l != Guid.Empty).Select(LabelId.Of).ToList();
        return await labels.Set(workspace, id, wanted, ct) switch
        {
            LabelRules.Missing => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["labelIds"] = [text.Rule(LabelRules.Missing)] }, extensions: [new("rules", new[] { LabelRules.Missing })]),
            null when await reader.Find(workspace, id, ct) is { } entry => TypedResults.Ok(MediaAnswer.Of(entry)),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<Ok<MediaAnswer>, NotFound, ValidationProblem>> CropTo(
        MediaItemId id, CropRequest request, CurrentVisitor visitors, MediaLibrary library, IStringLocalizer<MediaWords> words, CancellationToken ct)
    {
        if (request.Focus is not { } focus)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [request.X is >= 0 and <= 1 or null ? "y" : "x"] = [words["FocusOutside"]] });
        return await library.Cut((await visitors.Get(ct)).Workspace, id, request.Crop, focus, ct) is { } item ? TypedResults.Ok(MediaAnswer.Of(item)) : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<MediaAnswer>, NotFound>> Uncrop(MediaItemId id, CurrentVisitor visitors, MediaLibrary library, CancellationToken ct) =>
        Answer(await library.Cut((await visitors.Get(ct)).Workspace, id, null, ct));

    private static async Task<Results<Ok<MediaAnswer>, NotFound>> Retry(MediaItemId id, CurrentVisitor visitors, VideoIntake videos, CancellationToken ct) =>
        Answer(await videos.Retry((await visitors.Get(ct)).Workspace, id, ct));

    private static async Task<Results<Ok<MediaAnswer>, NotFound>> Poster(
        MediaItemId id, PosterRequest request, CurrentVisitor visitors, VideoIntake videos, CancellationToken ct) =>
        request.Seconds is >= 0 and < 100_000
            ? Answer(await videos.ShowFrame((await visitors.Get(ct)).Workspace, id, TimeSpan.FromSeconds(request.Seconds), ct))
            : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound, Conflict>> Remove(MediaItemId id, CurrentVisitor visitors, MediaLibrary library, CancellationToken ct) =>
        await library.Remove((await visitors.Get(ct)).Workspace, id, ct) switch
        {
            RemovalOutcome.Removed => TypedResults.NoContent(),
            RemovalOutcome.NotThere => TypedResults.NotFound(),
            RemovalOutcome.InUse => TypedResults.Conflict(),
        };

    private static Results<Ok<MediaAnswer>, NotFound> Answer(MediaItem? item) =>
        item is null ? TypedResults.NotFound() : TypedResults.Ok(MediaAnswer.Of(item));

    /// <summary>The library has its own limit (<see cref="MediaOptions.LargestUpload"/>), which may be above the server's.</summary>
    private sealed class LargeBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}
