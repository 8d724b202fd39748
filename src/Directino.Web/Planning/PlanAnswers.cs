using Directino.Planning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Planning;

/// <summary>What programs are told of an outcome: the post, what is wrong with each field, or why it cannot be any more.</summary>
public sealed class PlanAnswers(PlanningText text)
{
    public Results<Ok<PostAnswer>, NotFound, ValidationProblem, ProblemHttpResult> Of(PlanOutcome outcome, PostContent? content = null) => outcome switch
    {
        PlanOutcome.Done done => TypedResults.Ok(PostAnswer.Of(done.Post)),
        PlanOutcome.Refused refused => Refused(refused, content ?? PostContent.Empty),
        PlanOutcome.Conflict { Rule: PostRules.NotThere } => TypedResults.NotFound(),
        PlanOutcome.Conflict conflict => Conflict(conflict),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public ValidationProblem Refused(PlanOutcome.Refused refused, PostContent content) => TypedResults.ValidationProblem(
        refused.Objections.GroupBy(o => Field(o.Field)).ToDictionary(g => g.Key, g => g.Select(o => text.Objection(o, content)).ToArray()),
        extensions: [new("rules", refused.Objections.Select(o => o.Rule).ToArray())]);

    public ProblemHttpResult Conflict(PlanOutcome.Conflict conflict) =>
        TypedResults.Problem(text.Rule(conflict.Rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", conflict.Rule)]);

    private static string Field(PostField field) => field switch
    {
        PostField.Account => "accountId",
        PostField.Picture => "pictureId",
        PostField.Caption => "caption",
        PostField.AltText => "altText",
        PostField.Slot => "at",
    };
}
