using System.Globalization;
using Directino.Accounts;
using Directino.Planning.Feeds;
using Directino.Web.Access;
using Directino.Web.Idempotency;
using Directino.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Directino.Web.Planning;

/// <summary>Private calendars: the address that calendar programs read, and how programs make and revoke one.</summary>
public static class FeedEndpoints
{
    /// <summary>What stands before the secret of every address: kept out of traces.</summary>
    public const string Root = "/calendar";

    /// <summary>The address that calendar programs are given: no sign-in but the secret in it.</summary>
    public static IEndpointRouteBuilder MapCalendars(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Root + "/{secret}.ics", [HttpMethods.Get, HttpMethods.Head], Read).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/feeds").WithTags("Calendar feeds").RequireAuthorization(nameof(Permission.SeePlan));
        group.MapGet("/", List).WithName("ListFeeds").WithSummary("Your private calendars, without their addresses.");
        group.MapPost("/", Make).ForPeopleOnly().WithName("MakeFeed").WithSummary("A new private calendar.").WithDescription("Its address is told now and never again.").WithMetadata(new TellsSecret());
        group.MapPost("/{id}/renew", Renew).ForPeopleOnly().WithName("RenewFeed").WithSummary("Another address; the old one opens nothing any more.").WithMetadata(new TellsSecret());
        group.MapDelete("/{id}", Revoke).WithName("RevokeFeed").WithSummary("Its address opens nothing any more.");
        return api;
    }

    /// <summary>The path of an address.</summary>
    public static string Path(string secret) => $"{Root}/{secret}.ics";

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult, NotFound>> Read(
        string secret, HttpContext context, FeedBook book, FeedCalendar calendar, SiteAddress site, CancellationToken ct)
    {
        if (await book.Open(secret, ct) is not { } content)
            return TypedResults.NotFound();
        var text = calendar.Write(content, id => site.Full(context.Request, $"/plan/posts/{id}"));
        var tag = new EntityTagHeaderValue($"\"{FeedCalendar.Tag(text)}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Content(text, "text/calendar; charset=utf-8");
    }

    private static async Task<Ok<IReadOnlyList<FeedAnswer>>> List(CurrentVisitor visitors, FeedBook book, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return TypedResults.Ok<IReadOnlyList<FeedAnswer>>([.. (await book.All(visitor.Workspace, visitor.Person, ct)).Select(f => new FeedAnswer(f.Id.Value, f.Account?.Value, f.CreatedAt, f.ReadAt))]);
    }

    private static async Task<Results<Created<NewFeedAnswer>, ValidationProblem>> Make(
        FeedRequest request, HttpRequest http, CurrentVisitor visitors, FeedBook book, SiteAddress site, IStringLocalizer<FeedWords> words, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        AccountId? account = request.AccountId is { } id && id != Guid.Empty ? AccountId.Of(id) : null;
        return await book.Make(visitor.Workspace, visitor.Person, account, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, ct) is { } made
            ? TypedResults.Created("/api/v1/feeds", NewFeedAnswer.Of(made, site, http))
            : TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["accountId"] = [words["NotMade"]] });
    }

    private static async Task<Results<Ok<NewFeedAnswer>, NotFound>> Renew(FeedId id, HttpRequest http, CurrentVisitor visitors, FeedBook book, SiteAddress site, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Renew(visitor.Workspace, visitor.Person, id, ct) is { } made ? TypedResults.Ok(NewFeedAnswer.Of(made, site, http)) : TypedResults.NotFound();
    }

    private static async Task<Results<NoContent, NotFound>> Revoke(FeedId id, CurrentVisitor visitors, FeedBook book, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await book.Revoke(visitor.Workspace, visitor.Person, id, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
    }
}

/// <param name="AccountId">The one account whose posts it shows; left out: all.</param>
public sealed record FeedRequest(Guid? AccountId);

/// <summary>A private calendar, for programs.</summary>
/// <param name="ReadAt">When a calendar program last read it, to the hour.</param>
public sealed record FeedAnswer(Guid Id, Guid? AccountId, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);

/// <param name="Address">Told once.</param>
public sealed record NewFeedAnswer(Guid Id, Uri Address)
{
    internal static NewFeedAnswer Of(NewFeed made, SiteAddress site, HttpRequest request) => new(made.Id.Value, site.Full(request, FeedEndpoints.Path(made.Secret)));
}
