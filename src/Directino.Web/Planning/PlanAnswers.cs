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
        refused.Objections.GroupBy(Field).ToDictionary(g => g.Key, g => g.Select(o => text.Objection(o, content)).ToArray()),
        extensions: [new("rules", refused.Objections.Select(o => o.Rule).ToArray()), new("nextTime", refused.NextTime)]);

    public ProblemHttpResult Conflict(PlanOutcome.Conflict conflict) =>
        TypedResults.Problem(text.Rule(conflict.Rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", conflict.Rule)]);

    /// <summary>The field as programs name it; of an item, with its place.</summary>
    internal static string Field(Objection objection) => objection.Field switch
    {
        PostField.Account => "accountId",
        PostField.Media when objection.Item is { } i => $"items[{i}].mediaId",
        PostField.Media => "items",
        PostField.AltText => $"items[{objection.Item}].altText",
        PostField.People => $"items[{objection.Item}].people",
        PostField.Products => $"items[{objection.Item}].products",
        PostField.Caption => "caption",
        PostField.Slot => "at",
        PostField.Location => "options.locationId",
        PostField.Collaborators => "options.collaborators",
        PostField.AiLabel => "options.aiGenerated",
        PostField.Partnership => "options.paidPartnership",
        PostField.FirstComment => "options.firstComment",
        PostField.Comments => "options.commentsOff",
        PostField.Cover => "options.coverId",
        PostField.ShareToFeed => "options.shareToFeed",
        PostField.AudioName => "options.audioName",
        PostField.Audio => "options.audio",
        PostField.Graduation => "options.graduation",
        PostField.Poll => "options.poll",
        PostField.CommentPrompt => "options.commentPrompt",
        PostField.Approval => "approval",
        PostField.Permalink => "permalink",
    };
}
