using Directino.Accounts;
using Directino.Instagram.Publishing;
using Directino.Publishing;
using Directino.Web.Access;
using Directino.Web.Planning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Publishing;

/// <summary>Instagram's catalogue of music and original sounds: what a reel can carry. Asked of Instagram each time.</summary>
public static class AudioEndpoints
{
    public static IEndpointRouteBuilder MapAudio(this IEndpointRouteBuilder api)
    {
        api.MapGet("/accounts/{id}/audio", Find).WithTags("Posts").RequireAuthorization(nameof(Permission.EditPosts))
            .WithName("FindAudio").WithSummary("Music or original sounds of Instagram’s catalogue by words of their title or artist; without words, what is trending.")
            .WithDescription("Only with Facebook’s login and the account’s leave to publish. What is found goes into options.audio of a reel.");
        return api;
    }

    private static async Task<Results<Ok<AudioAnswers>, NotFound, ProblemHttpResult>> Find(
        AccountId id, CurrentVisitor visitors, AudioSearch sounds, PlanningText text, string? q, string? after, CancellationToken ct, AudioKind type = AudioKind.Music) =>
        await sounds.Find((await visitors.Get(ct)).Workspace, id, type, q, after, ct) switch
        {
            AudioOutcome.Found found => TypedResults.Ok(new AudioAnswers([.. found.Sounds.Select(AudioAnswer.Of)], found.After)),
            AudioOutcome.Refused { Rule: var rule } => TypedResults.Problem(text.Rule(rule), statusCode: StatusCodes.Status409Conflict, extensions: [new("rule", rule)]),
            _ => TypedResults.NotFound(),
        };
}

/// <summary>One page of sounds; <paramref name="Next"/> is the <c>after</c> of the next page, null at the end.</summary>
public sealed record AudioAnswers(IReadOnlyList<AudioAnswer> Items, string? Next);

/// <summary>A track or original sound, for programs. What Instagram does not tell is null.</summary>
/// <param name="Id">Goes into <c>options.audio.audioId</c> of a reel.</param>
/// <param name="PreviewUrl">A piece of it to listen to; the address expires.</param>
public sealed record AudioAnswer(string Id, string? Title, string? Artist, double? Seconds, string? PreviewUrl)
{
    public static AudioAnswer Of(CatalogAudio sound) => new(sound.Id, sound.Title, sound.Artist, sound.Duration?.TotalSeconds, sound.PreviewUrl);
}
