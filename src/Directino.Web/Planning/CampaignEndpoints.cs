using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Campaigns;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>Campaigns, and which post is part of which.</summary>
public static class CampaignEndpoints
{
    public static IEndpointRouteBuilder MapCampaigns(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/campaigns").WithTags("Campaigns");
        group.MapGet("/", List).RequireAuthorization(nameof(Permission.SeePlan)).WithName("ListCampaigns").WithSummary("All campaigns with how their posts stand: the latest first, then those without days.");
        group.MapPost("/", Add).RequireAuthorization(nameof(Permission.EditPosts)).WithName("AddCampaign").WithSummary("Adds a campaign; there may be 200.");
        group.MapGet("/{id}", Get).RequireAuthorization(nameof(Permission.SeePlan)).WithName("GetCampaign").WithSummary("One campaign.");
        group.MapPut("/{id}", Change).RequireAuthorization(nameof(Permission.EditPosts)).WithName("ChangeCampaign").WithSummary("Another name, brief, colour or other days.");
        group.MapDelete("/{id}", Remove).RequireAuthorization(nameof(Permission.EditPosts)).WithName("RemoveCampaign").WithSummary("Takes a campaign away; its posts stay, in none.");
        api.MapPut("/posts/{id}/campaign", Put).RequireAuthorization(nameof(Permission.EditPosts)).WithTags("Campaigns").WithName("SetPostCampaign").WithSummary("Makes a post part of a campaign, or of none.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<CampaignLineAnswer>>> List(CurrentVisitor visitors, CampaignBook book, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<CampaignLineAnswer>>([.. (await book.Lines((await visitors.Get(ct)).Workspace, ct)).Select(CampaignLineAnswer.Of)]);

    private static async Task<Results<Created<CampaignAnswer>, ValidationProblem>> Add(CampaignRequest request, CurrentVisitor visitors, CampaignBook book, PlanningText text, CancellationToken ct) =>
        await book.Add((await visitors.Get(ct)).Workspace, request.Wanted, ct) switch
        {
            CampaignOutcome.Done done => TypedResults.Created($"/api/v1/campaigns/{done.Campaign.Id}", CampaignAnswer.Of(done.Campaign)),
            CampaignOutcome.Refused refused => Problem(refused, text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<Results<Ok<CampaignAnswer>, NotFound>> Get(CampaignId id, CurrentVisitor visitors, CampaignBook book, CancellationToken ct) =>
        await book.Find((await visitors.Get(ct)).Workspace, id, ct) is { } campaign ? TypedResults.Ok(CampaignAnswer.Of(campaign)) : TypedResults.NotFound();

    private static async Task<Results<Ok<CampaignAnswer>, NotFound, ValidationProblem, ProblemHttpResult>> Change(
        CampaignId id, CampaignRequest request, CurrentVisitor visitors, CampaignBook book, PlanningText text, CancellationToken ct) =>
        await book.Change((await visitors.Get(ct)).Workspace, id, request.Wanted, request.Version, ct) switch
        {
            CampaignOutcome.Done done => TypedResults.Ok(CampaignAnswer.Of(done.Campaign)),
            CampaignOutcome.Refused { Rule: CampaignRules.Missing } => TypedResults.NotFound(),
            CampaignOutcome.Refused { Rule: CampaignRules.ChangedMeanwhile } changed => TypedResults.Problem(
                text.Rule(changed.Rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", changed.Rule)]),
            CampaignOutcome.Refused refused => Problem(refused, text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<Results<NoContent, NotFound>> Remove(CampaignId id, CurrentVisitor visitors, CampaignBook book, CancellationToken ct) =>
        await book.Remove((await visitors.Get(ct)).Workspace, id, ct) is null ? TypedResults.NotFound() : TypedResults.NoContent();

    private static async Task<Results<Ok<PostAnswer>, NotFound, ValidationProblem, ProblemHttpResult>> Put(
        PostId id, PostCampaignRequest request, CurrentVisitor visitors, Planner planner, PlanAnswers answers, CancellationToken ct)
    {
        CampaignId? campaign = request.CampaignId is { } c && c != Guid.Empty ? CampaignId.Of(c) : null;
        return answers.Of(await planner.SetCampaign((await visitors.Get(ct)).Workspace, id, campaign, request.Version, ct));
    }

    private static ValidationProblem Problem(CampaignOutcome.Refused refused, PlanningText text) => TypedResults.ValidationProblem(
        new Dictionary<string, string[]> { [Field(refused.Rule)] = [text.Rule(refused.Rule)] }, extensions: [new("rules", new[] { refused.Rule })]);

    /// <summary>The field of a campaign that a rule is about.</summary>
    public static string Field(string rule) => rule switch
    {
        CampaignRules.NameMissing or CampaignRules.NameTooLong or CampaignRules.NameTaken => "name",
        CampaignRules.BriefTooLong => "brief",
        CampaignRules.DayMissing or CampaignRules.EndsBeforeItBegins or CampaignRules.TooManyDays => "last",
        _ => "",
    };
}

/// <summary>A campaign, for programs.</summary>
/// <param name="First">Its first day; null, as <paramref name="Last"/>, when it goes on and on.</param>
/// <param name="Last">Its last day, itself included.</param>
public sealed record CampaignAnswer(Guid Id, string Name, string Brief, LabelColor Color, DateOnly? First, DateOnly? Last, int Version)
{
    public static CampaignAnswer Of(Campaign campaign) => new(campaign.Id.Value, campaign.Name, campaign.Brief, campaign.Color, campaign.First, campaign.Last, campaign.Version);
}

/// <param name="Posts">How many of its posts are in which state; states without any are left out.</param>
public sealed record CampaignLineAnswer(CampaignAnswer Campaign, IReadOnlyDictionary<PostState, int> Posts)
{
    public static CampaignLineAnswer Of(CampaignLine line) => new(CampaignAnswer.Of(line.Campaign), line.Posts);
}

/// <param name="Brief">What it is about, up to 4,000 characters.</param>
/// <param name="Color">Left out: the first one.</param>
/// <param name="First">Its first day, with <paramref name="Last"/>, or neither.</param>
/// <param name="Version">That was read; left out, whatever is there is changed.</param>
public sealed record CampaignRequest(string? Name, string? Brief, LabelColor? Color, DateOnly? First, DateOnly? Last, int? Version)
{
    internal CampaignText Wanted => new(Name, Brief, Color ?? default, First, Last);
}

/// <param name="CampaignId">Left out or null: none.</param>
public sealed record PostCampaignRequest(Guid? CampaignId, int? Version);
