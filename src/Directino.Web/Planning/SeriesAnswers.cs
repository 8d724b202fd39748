using System.Diagnostics;
using Directino.Planning;
using Directino.Planning.Series;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>What programs are told of what became of a series.</summary>
public sealed class SeriesAnswers(SeriesReader reader, SeriesText text, PlanningText planning, PlanAnswers answers)
{
    public async Task<Results<Ok<SeriesDetails>, NotFound, ValidationProblem, ProblemHttpResult>> Of(SeriesOutcome outcome, Visitor visitor, CancellationToken ct) => outcome switch
    {
        SeriesOutcome.Done done => TypedResults.Ok((await Find(visitor, done.Series.Id, ct))!),
        SeriesOutcome.Refused { Rule: PostRules.NotThere } => TypedResults.NotFound(),
        SeriesOutcome.Refused { Rule: PostRules.ChangedMeanwhile or SeriesRules.NotOfSeries } refused =>
            TypedResults.Problem(text.Say(refused), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", refused.Rule)]),
        _ => Problem(outcome),
    };

    public async Task<SeriesDetails?> Find(Visitor visitor, SeriesId id, CancellationToken ct) =>
        await reader.Find(visitor.Workspace, id, ct) is { } view ? SeriesDetails.Of(view, planning) : null;

    public ValidationProblem Problem(SeriesOutcome outcome) => outcome switch
    {
        SeriesOutcome.Objected objected => answers.Refused(new PlanOutcome.Refused(objected.Objections), objected.Content),
        SeriesOutcome.Refused refused => TypedResults.ValidationProblem(
            new Dictionary<string, string[]> { [SeriesText.Field(refused.Rule)] = [text.Say(refused)] }, extensions: [new("rules", new[] { refused.Rule })]),
        _ => throw new UnreachableException(),
    };
}
