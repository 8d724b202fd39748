using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>
/// Hands a post, or one item of a carousel, to Instagram. An unpublished container is nothing that anybody sees, so whenever the
/// outcome is unclear it is simply made again.
/// </summary>
internal sealed class CreateContainer(
    InstagramClient instagram, Database database, MediaLibrary library, ContainerMaking making, PublishingRules rules, Settlement settlement, DueBook due, TimeProvider clock) : IActKind
{
    /// <summary>Some seventeen minutes: an outage at Instagram is no reason to give a post up. Too late for the workspace's grace it is missed anyway.</summary>
    private const int MostTries = 10;

    /// <summary>Some two minutes: an address that cannot be reached then is one that a person has to mend.</summary>
    private const int MostFetches = 6;

    /// <summary>How often a broken upload goes on where it broke, before the whole container is tried again.</summary>
    private const int MostResumptions = 5;

    public string Name => PostWork.CreateContainer;

    public async Task<ActResult> Send(Act act, InstagramAccess access, CancellationToken ct)
    {
        var order = LedgerJson.Read<ContainerOrder>(act);
        var media = await Media(order.Content, act.WorkspaceId, ct);
        var container = await instagram.Publishing.CreateContainer(access, making.Request(order, media, access.Login), ct);
        if (ContainerMaking.ToUpload(order, media, access.Login) is { } video)
            await Upload(video, container, access, ct);
        return new ActResult(container);
    }

    public Task<ActSighting> LookUp(Act act, InstagramAccess access, CancellationToken ct) =>
        Task.FromResult<ActSighting>(new ActSighting.Absent());

    public ActVerdict? Judge(Act act, InstagramException error, DateTimeOffset now) => error switch
    {
        LoginNeededException or RateLimitedException => null,
        OutcomeUnknownException or TryLaterException or ContainerGoneException or ContainerNotReadyException => act.Attempts < MostTries
            ? new ActVerdict.Retry(Backoff.After(act.Attempts), PublishingReasons.Trouble)
            : new ActVerdict.Fail(PublishingReasons.OfSubcode(error.Subcode) ?? PublishingReasons.Trouble),
        // Meta fetches the file during the call; a network in between may have hiccups.
        { Subcode: 2207052 } when act.Attempts < MostFetches => new ActVerdict.Retry(Backoff.After(act.Attempts + 1), PublishingReasons.PictureNotFetched),
        PublishingLimitException => new ActVerdict.Retry(TimeSpan.FromMinutes(15), PublishingReasons.Limit),
        _ => new ActVerdict.Fail(PublishingReasons.Of(error)),
    };

    public async Task<Refusal?> Check(Act act, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var order = LedgerJson.Read<ContainerOrder>(act);
        // Marking products is a leave of its own, and may have been taken back since.
        return order.Content.Items.Any(i => i.Products.Count > 0) && Gate.Standing(account, Capability.TagProducts) is { } refusal
            ? refusal
            : await rules.MayGoOn(PublicationId.Of(order.Publication), db, ct);
    }

    public async Task Settle(Act act, ActResult? result, DirectinoContext db, CancellationToken ct)
    {
        var order = LedgerJson.Read<ContainerOrder>(act);
        if (await Settlement.Find(PublicationId.Of(order.Publication), db, ct) is not { } settled)
            return;
        if (act.State != ActState.Done)
        {
            await settlement.Follow(act, settled, db, ct, order.Position);
            return;
        }

        var now = clock.GetUtcNow();
        var publication = settled.Publication;
        settled.Post?.WaitFor(null, null, now);
        if (order.Position is { } position)
            publication.MadeItem(position, result!.InstagramId!, now);
        else
            publication.Made(result!.InstagramId!, now);
        // Of a carousel all items are made first; then they are waited for, one after the other.
        if (order.Position is null || publication.Items.Count == order.Content.Items.Count)
            await due.Set(db, act.WorkspaceId, AwaitContainer.DueKind, publication.Id.Value, now, act.AccountId, ct);
    }

    private async Task<IReadOnlyDictionary<MediaItemId, MediaItem>> Media(PostContent content, WorkspaceId workspace, CancellationToken ct)
    {
        var wanted = content.Items.Select(i => i.Media).ToList();
        if (content.Options.Cover is { } cover)
            wanted.Add(cover);
        await using var db = database.Open(workspace);
        var found = await db.Set<MediaItem>().AsNoTracking().Where(m => wanted.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        return wanted.TrueForAll(found.ContainsKey) ? found : throw new MediaRefusedException("A file is gone from the library.");
    }

    /// <summary>Sends a video, going on where a broken connection left off.</summary>
    private async Task Upload(MediaItem video, string container, InstagramAccess access, CancellationToken ct)
    {
        await using var file = await library.Open(video.WorkspaceId, video.Id, small: false, ct)
            ?? throw new MediaRefusedException("The video is gone from the library.");
        long offset = 0;
        for (var tries = 1; ; tries++)
        {
            try
            {
                await instagram.Publishing.Upload(access, container, file.Content, offset, cancellation: ct);
                return;
            }
            catch (Exception error) when (error is TryLaterException or OutcomeUnknownException && tries <= MostResumptions)
            {
                offset = await instagram.Publishing.UploadedBytes(access, container, ct) ?? 0;
                if (offset >= file.Content.Length)
                    return;
            }
        }
    }
}
