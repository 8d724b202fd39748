using System.Globalization;
using System.Text;
using Directino.Accounts;
using Directino.Media;
using Directino.Media.Uploads;
using Directino.Web.Access;
using Directino.Web.Idempotency;
using Directino.Web.Reference;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Directino.Web.Media;

/// <summary>
/// Large files in pieces, by tus 1.0.0 (https://tus.io/protocols/resumable-upload) with its extensions creation, expiration and termination:
/// after a lost line the sender asks how much is here and goes on. Whole, it is taken in; what it became is read at the same address.
/// </summary>
public static class UploadEndpoints
{
    private const string Version = "1.0.0";
    private const string Offset = "Upload-Offset";
    private const string Length = "Upload-Length";

    public static IEndpointRouteBuilder MapUploads(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/media/uploads").WithTags("Media").RequireAuthorization(nameof(Permission.EditPosts)).AddEndpointFilter(SpeakTus).WithMetadata(new OffsetsInstead());
        group.MapMethods("/", [HttpMethods.Options], About).WithName("AboutUploads").WithSummary("What this server knows of tus, and how large a file may be.");
        group.MapPost("/", Begin).WithName("BeginUpload").WithSummary("Begins an upload of Upload-Length bytes; Upload-Metadata may hold its filename.").WithDescription("Location says where to send it.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapMethods("/{id}", [HttpMethods.Head], Tell).WithName("FindUpload").WithSummary("How much of it is here, in Upload-Offset.");
        group.MapPatch("/{id}", Append).WithName("ContinueUpload").WithSummary("Takes the bytes from Upload-Offset on.").WithMetadata(new LargeBody())
            .TakesFile("application/offset+octet-stream", "The bytes from there on.").ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status423Locked);
        group.MapGet("/{id}", Settle).WithName("SettleUpload").WithSummary("What became of it once all of it is here.").WithDescription("The picture or video, or why it was not taken.").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapDelete("/{id}", Abandon).WithName("AbandonUpload").WithSummary("Forgets what came of it.");
        return api;
    }

    private static async ValueTask<object?> SpeakTus(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        response.Headers["Tus-Resumable"] = Version;
        response.Headers.CacheControl = "no-store";
        if (request.Headers["Tus-Resumable"] is [{ } asked] && asked != Version)
        {
            response.Headers["Tus-Version"] = Version;
            return TypedResults.StatusCode(StatusCodes.Status412PreconditionFailed);
        }

        return await next(context);
    }

    private static NoContent About(HttpResponse response, UploadBook book)
    {
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = "creation,expiration,termination";
        response.Headers["Tus-Max-Size"] = Number(book.Largest);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Created, BadRequest, ProblemHttpResult>> Begin(
        [FromHeader(Name = Length)] long? length, [FromHeader(Name = "Upload-Metadata")] string? metadata, HttpResponse response, CurrentVisitor visitors, UploadBook book, MediaText text,
        CancellationToken ct)
    {
        if (length is not { } bytes)
            return TypedResults.BadRequest();
        var visitor = await visitors.Get(ct);
        switch (await book.Begin(visitor.Workspace, visitor.Person, FileName(metadata), bytes, ct))
        {
            case UploadStart.Begun begun:
                response.Headers["Upload-Expires"] = (begun.Upload.CreatedAt + Upload.Life).ToString("R", CultureInfo.InvariantCulture);
                return TypedResults.Created($"/api/v1/media/uploads/{begun.Upload.Id}");
            case UploadStart.Refused { Why: var why }:
                return Refused(why, text, why == MediaRefusal.VideoTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<Results<Ok, NotFound>> Tell(UploadId id, HttpResponse response, CurrentVisitor visitors, UploadBook book, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        if (await book.Find(visitor.Workspace, visitor.Person, id, ct) is not { } progress)
            return TypedResults.NotFound();
        response.Headers[Offset] = Number(progress.Offset);
        response.Headers[Length] = Number(progress.Upload.Length);
        return TypedResults.Ok();
    }

    private static async Task<Results<NoContent, NotFound, StatusCodeHttpResult>> Append(
        UploadId id, [FromHeader(Name = Offset)] long? offset, HttpRequest request, CurrentVisitor visitors, UploadBook book, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        if (await book.Find(visitor.Workspace, visitor.Person, id, ct) is null)
            return TypedResults.NotFound();
        if (request.ContentType != "application/offset+octet-stream")
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        switch (await book.Append(visitor.Workspace, visitor.Person, id, offset ?? -1, request.Body, ct))
        {
            case AppendOutcome.Appended appended:
                request.HttpContext.Response.Headers[Offset] = Number(appended.Offset);
                return TypedResults.NoContent();
            case AppendOutcome.ElsewhereNow elsewhere:
                request.HttpContext.Response.Headers[Offset] = Number(elsewhere.Offset);
                return TypedResults.StatusCode(StatusCodes.Status409Conflict);
            case AppendOutcome.Busy:
                return TypedResults.StatusCode(StatusCodes.Status423Locked);
            case AppendOutcome.TooMuch:
                return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
            case AppendOutcome.Refused:
                return TypedResults.StatusCode(StatusCodes.Status422UnprocessableEntity);
            default:
                return TypedResults.NotFound();
        }
    }

    private static async Task<Results<Ok<MediaAnswer>, Accepted, NotFound, ProblemHttpResult>> Settle(
        UploadId id, CurrentVisitor visitors, UploadBook book, MediaText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Settle(visitor.Workspace, visitor.Person, id, ct) switch
        {
            UploadOutcome.Added added => TypedResults.Ok(MediaAnswer.Of(added.Item)),
            UploadOutcome.Refused refused => Refused(refused.Why, text, StatusCodes.Status422UnprocessableEntity),
            _ when await book.Find(visitor.Workspace, visitor.Person, id, ct) is not null => TypedResults.Accepted((string?)null),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<NoContent, NotFound>> Abandon(UploadId id, CurrentVisitor visitors, UploadBook book, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Abandon(visitor.Workspace, visitor.Person, id, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static ProblemHttpResult Refused(MediaRefusal why, MediaText text, int status) =>
        TypedResults.Problem(text.Refusal(why), statusCode: status, extensions: [new("rule", why.ToString())]);

    /// <summary>Of pairs of a name and a value in Base64.</summary>
    private static string FileName(string? metadata)
    {
        foreach (var pair in (metadata ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (pair.Split(' ') is not ["filename", var value])
                continue;
            var bytes = new byte[value.Length];
            return Convert.TryFromBase64String(value, bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : "";
        }

        return "";
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A piece may be as large as its file; the upload has its own limit.</summary>
    private sealed class LargeBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}
