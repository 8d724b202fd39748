using System.Text;
using Directino.Accounts;
using Directino.Insights;
using Directino.Persistence;
using Directino.Web.Access;
using Directino.Web.Reference;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Insights;

/// <summary>Numbers for programs, and as files.</summary>
internal static class InsightsEndpoints
{
    private const int LargestPage = 100;

    public static IEndpointRouteBuilder MapInsights(this IEndpointRouteBuilder api)
    {
        var insights = api.MapGroup("/insights").WithTags("Insights").RequireAuthorization(nameof(Permission.SeeInsights));
        insights.MapGet("/accounts/{id}", Account).WithName("GetAccountInsights").WithSummary("An account's last thirty days, each number with its source and age or the reason it is missing.");
        insights.MapGet("/accounts/{id}/days.csv", Days).WithName("ExportAccountDays").WithSummary("An account's last thirty days as a file.").AnswersFile("text/csv");
        insights.MapGet("/posts", Posts).WithName("ListPostInsights").WithSummary("Posts with their numbers, a page at a time.");
        insights.MapGet("/posts/{id}", Post).WithName("GetPostInsights").WithSummary("One post with all its numbers.");
        insights.MapGet("/posts.csv", PostsFile).WithName("ExportPosts").WithSummary("Posts with their numbers as a file.").AnswersFile("text/csv");
        return api;
    }

    private static async Task<Results<Ok<AccountInsightsAnswer>, NotFound>> Account(
        AccountId id, CurrentVisitor visitors, Database database, AccountReport report, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return await report.Overview(db, id, ct) is { } overview ? TypedResults.Ok(AccountInsightsAnswer.Of(overview)) : TypedResults.NotFound();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Days(
        AccountId id, CurrentVisitor visitors, Database database, InsightsExport export, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return await export.Days(db, id, ct) is { } csv ? File(csv, "insights-days.csv") : TypedResults.NotFound();
    }

    private static async Task<Ok<PostInsightsPage>> Posts(
        CurrentVisitor visitors, Database database, CancellationToken ct,
        AccountId? account = null, PostSort sort = PostSort.Published, bool ascending = false, string? after = null, int take = 50)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        var page = await PostReport.Page(db, account, sort, ascending, after, Math.Clamp(take, 1, LargestPage), ct);
        return TypedResults.Ok(new PostInsightsPage([.. page.Posts.Select(PostInsightsLine.Of)], page.Next));
    }

    private static async Task<Results<Ok<PostInsightsAnswer>, NotFound>> Post(
        InsightPostId id, CurrentVisitor visitors, Database database, CancellationToken ct)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return await PostReport.Detail(db, id, ct) is { } detail ? TypedResults.Ok(PostInsightsAnswer.Of(detail)) : TypedResults.NotFound();
    }

    private static async Task<FileContentHttpResult> PostsFile(
        CurrentVisitor visitors, Database database, CancellationToken ct,
        AccountId? account = null, PostSort sort = PostSort.Published, bool ascending = false)
    {
        await using var db = database.Open((await visitors.Get(ct)).Workspace);
        return File(await InsightsExport.Posts(db, account, sort, ascending, ct), "insights-posts.csv");
    }

    private static FileContentHttpResult File(string csv, string name) => TypedResults.File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", name);
}
