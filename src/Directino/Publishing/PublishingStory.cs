using Directino.Accounts;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.ByHand;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>What was done to bring a post out, told from the ledger and its attempts.</summary>
public sealed class PublishingStory
{
    private readonly Database _database;
    private readonly ContainerMaking _making;

    internal PublishingStory(Database database, ContainerMaking making) => (_database, _making) = (database, making);

    public async Task<IReadOnlyList<StoryStep>> Tell(WorkspaceId workspace, PostId post, CancellationToken ct)
    {
        await using var db = _database.Open(workspace);
        var acts = await db.Set<Act>().AsNoTracking().Where(a => a.SubjectId == post.Value).OrderBy(a => a.Id).ToListAsync(ct);
        var attempts = await db.Set<Publication>().AsNoTracking().Where(p => p.PostId == post).OrderBy(p => p.Number).ToListAsync(ct);
        var hands = await db.Set<HandStep>().AsNoTracking().Where(s => s.PostId == post).ToListAsync(ct);
        var calls = await StoryCalls.Of(acts, _making, db, ct);
        var people = hands.Select(h => h.PersonId?.Value).OfType<Guid>().ToList();
        var names = people.Count == 0 ? [] : await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => PersonId.Of(p.Id), p => p.DisplayName, ct);
        return [.. acts.SelectMany(a => Of(a, calls.Of(a))).Concat(attempts.SelectMany(Of)).Concat(hands.Select(h => new StoryStep(h.At, Of(h.Kind), Who: h.PersonId is { } who ? names.GetValueOrDefault(who) : null))).OrderBy(s => s.At).ThenBy(s => s.Event)];
    }

    private static IEnumerable<StoryStep> Of(Act act, StoryCall? asked)
    {
        var isPublish = act.Kind == PostWork.Publish;
        var done = act is { State: ActState.Done, EndedAt: { } ended } ? ended : (DateTimeOffset?)null;
        // The intent to publish is written when the container is ready; what people want to know is when it was sent.
        if (act.Kind == PostWork.CreateContainer)
            yield return new StoryStep(act.CreatedAt, StoryEvent.ContainerAsked, Asked: asked, Item: LedgerJson.Read<ContainerOrder>(act).Position);
        if (isPublish && act.SendingSince is { } sent)
            yield return new StoryStep(sent, StoryEvent.PublishSent, Attempts: act.Attempts, Asked: asked);
        if (act.State == ActState.Unknown)
            yield return new StoryStep(act.SendingSince ?? act.CreatedAt, StoryEvent.AnswerLost, act.Reason, act.ErrorDetail, NextAt: act.DueAt);
        if (act is { State: ActState.Intended, Reason: { } waiting })
            yield return new StoryStep(act.SendingSince ?? act.CreatedAt, StoryEvent.Waiting, waiting, act.ErrorDetail, NextAt: act.DueAt);
        if (done is { } at && act.Kind is PostWork.Publish or PostWork.FirstComment or PostWork.CloseComments or PostWork.Delete)
            yield return new StoryStep(at, Done(act.Kind), InstagramId: act.InstagramId, Asked: isPublish || act.Kind == PostWork.Delete ? null : asked);
        if (act.Kind == PostWork.Delete)
            yield return new StoryStep(act.CreatedAt, StoryEvent.DeletionAsked, Asked: asked);
        if (act is { State: ActState.Refused or ActState.Failed, EndedAt: { } stopped })
            yield return new StoryStep(stopped, act.Reason is PostRules.Withdrawn or PostRules.OldVersion ? StoryEvent.CalledBack : StoryEvent.Stopped, act.Reason, act.ErrorDetail);
    }

    private static StoryEvent Of(HandStepKind kind) => kind switch
    {
        HandStepKind.Notified => StoryEvent.Notified,
        HandStepKind.Reminded => StoryEvent.Reminded,
        HandStepKind.Posted => StoryEvent.PostedByHand,
        HandStepKind.Skipped => StoryEvent.Skipped,
        HandStepKind.Moved => StoryEvent.PutOff,
        HandStepKind.NotConfirmed => StoryEvent.NotConfirmed,
    };

    private static StoryEvent Done(string kind) => kind switch
    {
        PostWork.FirstComment => StoryEvent.Commented,
        PostWork.CloseComments => StoryEvent.CommentsClosed,
        PostWork.Delete => StoryEvent.Deleted,
        _ => StoryEvent.Published,
    };

    private static IEnumerable<StoryStep> Of(Publication attempt)
    {
        foreach (var item in attempt.Items.OrderBy(i => i.Position))
            yield return new StoryStep(item.MadeAt, StoryEvent.ItemMade, InstagramId: item.ContainerId, Item: item.Position);
        if (attempt is { ContainerMadeAt: { } made })
            yield return new StoryStep(made, StoryEvent.ContainerMade, InstagramId: attempt.ContainerId);
        if (attempt.ReadyAt is { } ready)
            yield return new StoryStep(ready, StoryEvent.ContainerReady);
    }
}

/// <summary>One thing that happened on the way.</summary>
/// <param name="Asked">What was asked of Instagram; null where nothing was, or what it was about is gone.</param>
/// <param name="Who">Which member did it, where it was posted by hand.</param>
public sealed record StoryStep(
    DateTimeOffset At, StoryEvent Event, string? Reason = null, string? Detail = null, string? InstagramId = null, int Attempts = 0, DateTimeOffset? NextAt = null,
    int? Item = null, string? Who = null, StoryCall? Asked = null);

public enum StoryEvent
{
    ContainerAsked,

    /// <summary>The container of one item of a carousel (<see cref="StoryStep.Item"/>).</summary>
    ItemMade,
    ContainerMade,
    ContainerReady,
    PublishSent,
    AnswerLost,
    Waiting,
    Published,

    /// <summary>The account's own first comment stands under it.</summary>
    Commented,

    /// <summary>Comments were switched off.</summary>
    CommentsClosed,
    CalledBack,

    /// <summary>A member asked for it to be deleted at Instagram.</summary>
    DeletionAsked,

    /// <summary>It is at Instagram no longer.</summary>
    Deleted,
    Stopped,

    /// <summary>Its slot came, and its author was told to post it by hand.</summary>
    Notified,
    Reminded,
    PostedByHand,

    /// <summary>Not this time: it is a draft again.</summary>
    Skipped,

    /// <summary>It is posted by hand at another time.</summary>
    PutOff,

    /// <summary>Nobody said in time that it was posted.</summary>
    NotConfirmed,
}
