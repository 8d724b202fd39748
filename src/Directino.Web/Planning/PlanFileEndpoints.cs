using System.Globalization;
using System.Text;
using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Campaigns;
using Directino.Planning.Files;
using Directino.Web.Access;
using Directino.Web.Reference;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>Plans as files, in and out.</summary>
public static class PlanFileEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public static IEndpointRouteBuilder MapPlanFiles(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Files");
        group.MapGet("/posts.csv", Export).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ExportPlan").WithSummary("Posts as a file that can be brought in again; between two instants, or all of them.")
            .AnswersFile("text/csv");
        group.MapPost("/posts/import", Import).RequireAuthorization(nameof(Permission.EditPosts)).WithName("ImportPlan")
            .WithSummary("Makes posts of the rows of a CSV file, which is the body.").WithDescription("Rows that are not good are told with everything that is wrong; a row that was brought in before is not brought in again. With dryRun nothing is made.")
            .TakesFile("text/csv", "The file.");
        group.MapGet("/posts/import/sample.csv", Sample).RequireAuthorization(nameof(Permission.EditPosts)).WithName("GetImportSample").WithSummary("A file to begin with.").AnswersFile("text/csv");
        group.MapGet("/posts/import/rest.csv", Rest).RequireAuthorization(nameof(Permission.EditPosts)).WithName("GetImportRest").WithSummary("The rows of your file that are not posts yet, corrected as far as you came, with what is wrong with each.")
            .AnswersFile("text/csv");
        return api;
    }

    private static async Task<PushStreamHttpResult> Export(
        DateTimeOffset? from, DateTimeOffset? until, AccountId? account, LabelId? label, PostState? state, PersonId? author, ApprovalState? approval, CampaignId? campaign,
        CurrentVisitor visitors, PlanExport export, TimeProvider clock, CancellationToken ct)
    {
        var workspace = (await visitors.Get(ct)).Workspace;
        var parts = export.Write(workspace, new PlanFilter(account, label, state, author, approval, campaign), from?.ToUniversalTime(), until?.ToUniversalTime(), ct);
        return TypedResults.Stream(
            async stream =>
            {
                await foreach (var part in parts)
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(part), ct);
            },
            Csv, $"plan-{clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv");
    }

    private static async Task<Results<Ok<ImportAnswer>, ValidationProblem, ForbidHttpResult>> Import(
        HttpRequest request, CurrentVisitor visitors, PlanImports imports, PlanFileText text, CancellationToken ct, ImportAs @as = ImportAs.Drafts, bool dryRun = false)
    {
        var visitor = await visitors.Get(ct);
        if (@as == ImportAs.Scheduled && !visitor.May(Permission.SchedulePosts))
            return TypedResults.Forbid();
        var reading = PlanFile.Read(await Body(request, ct));
        if (reading is PlanFileReading.Refused refused)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["file"] = [text.Refusal(refused)] }, extensions: [new("rules", new[] { refused.Rule })]);
        var file = (PlanFileReading.Rows)reading;
        var rows = new List<ImportedRow>();
        foreach (var row in await imports.Check(visitor.Workspace, file.All, ct))
        {
            var made = !dryRun && row.MayBecome(@as) ? await imports.Make(visitor.Workspace, visitor.Person, row, @as, ct) : null;
            rows.Add(ImportedRow.Of(row, @as, (made as PlanOutcome.Done)?.Post, text));
        }

        return TypedResults.Ok(new ImportAnswer(rows, file.Unused));
    }

    /// <summary>At most a byte more than a file may have: what is too large is refused, not read.</summary>
    private static async Task<byte[]> Body(HttpRequest request, CancellationToken ct)
    {
        var buffer = new byte[PlanFile.LargestBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return buffer[..length];
    }

    private static async Task<FileContentHttpResult> Sample(CurrentVisitor visitors, PlanReader plan, TimeProvider clock, CancellationToken ct)
    {
        var accounts = await plan.Accounts((await visitors.Get(ct)).Workspace, ct);
        return File(PlanExport.Sample(accounts is [var first, ..] ? first.Username : "your.account", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(7)), "plan-sample.csv");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Rest(CurrentVisitor visitors, PlanImports imports, PlanFileText text, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await imports.Find(visitor.Workspace, visitor.Person, ct) is { } view
            ? File(PlanExport.Rows(view.Rows.Where(r => r.Known is null).Select(r => (r.Row, string.Join(' ', r.Problems.Select(p => text.Problem(p, r)))))), "plan-rest.csv")
            : TypedResults.NotFound();
    }

    private static FileContentHttpResult File(string csv, string name) => TypedResults.File(Encoding.UTF8.GetBytes(csv), Csv, name);
}

/// <summary>What became of a file.</summary>
/// <param name="UnusedColumns">Names of columns that nothing is known of.</param>
public sealed record ImportAnswer(IReadOnlyList<ImportedRow> Rows, IReadOnlyList<string> UnusedColumns);

/// <summary>What became of a row.</summary>
/// <param name="Line">Its number as a spreadsheet counts.</param>
/// <param name="PostId">The post it was made now, or was already.</param>
public sealed record ImportedRow(int Line, ImportedState State, Guid? PostId, IReadOnlyList<RowProblemAnswer> Problems)
{
    internal static ImportedRow Of(CheckedRow row, ImportAs wanted, Post? made, PlanFileText text) => new(
        row.Row.Line,
        made is not null ? ImportedState.Made : row.Known is not null ? ImportedState.AlreadyThere : row.MayBecome(wanted) ? ImportedState.Good : ImportedState.Faulty,
        made?.Id.Value ?? row.Known?.Value,
        [.. row.Problems.Select(p => new RowProblemAnswer(p.Column.Name(), p.Rule, text.Problem(p, row), p.Stops(wanted)))]);
}

public enum ImportedState
{
    /// <summary>It is a post now.</summary>
    Made,

    /// <summary>It could be made one.</summary>
    Good,
    Faulty,

    /// <summary>It was a post before; nothing was made.</summary>
    AlreadyThere,
}

/// <param name="Stops">Whether no post is made because of it.</param>
public sealed record RowProblemAnswer(string Column, string Rule, string Text, bool Stops);
