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
/// Hands picture and caption to Instagram. An unpublished container is nothing that anybody sees, so whenever the outcome is
/// unclear it is simply made again.
/// </summary>
internal sealed class CreateContainer(
    InstagramClient instagram, Database database, MediaLinks links, PublishingRules rules, Settlement settlement, DueBook due, TimeProvider clock) : IActKind
{
    private const int MostTries = 6;

    public string Name => PostWork.CreateContainer;

    public async Task<ActResult> Send(Act act, InstagramAccess access, CancellationToken ct)
    {
        var request = LedgerJson.Read<ContainerRequest>(act);
        var pictureId = MediaItemId.Of(request.Picture);
        await using var db = database.Open(act.WorkspaceId);
        var picture = await db.Set<MediaItem>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == pictureId, ct)
            ?? throw new MediaRefusedException("The picture is gone from the library.");
        var container = new ImageContainer
        {
            ImageUrl = links.For(picture),
            Caption = request.Caption.Length == 0 ? null : request.Caption,
            AltText = request.AltText,
        };
        return new ActResult(await instagram.Publishing.CreateContainer(access, container, ct));
    }

    public Task<ActSighting> LookUp(Act act, InstagramAccess access, CancellationToken ct) =>
        Task.FromResult<ActSighting>(new ActSighting.Absent());

    public ActVerdict? Judge(Act act, InstagramException error, DateTimeOffset now) => error switch
    {
        LoginNeededException or RateLimitedException => null,
        OutcomeUnknownException or TryLaterException or ContainerGoneException or ContainerNotReadyException => act.Attempts < MostTries
            ? new ActVerdict.Retry(Backoff.After(act.Attempts), PublishingReasons.Trouble)
            : new ActVerdict.Fail(PublishingReasons.Trouble),
        // Meta fetches the picture during the call; a network in between may have hiccups.
        { Subcode: 2207052 } when act.Attempts < 3 => new ActVerdict.Retry(Backoff.After(act.Attempts + 1), PublishingReasons.PictureNotFetched),
        PublishingLimitException => new ActVerdict.Retry(TimeSpan.FromMinutes(15), PublishingReasons.Limit),
        _ => new ActVerdict.Fail(PublishingReasons.Of(error)),
    };

    public Task<Refusal?> Check(Act act, ConnectedAccount account, DirectinoContext db, CancellationToken ct) =>
        rules.MayGoOn(PublicationId.Of(LedgerJson.Read<ContainerRequest>(act).Publication), db, ct);

    public async Task Settle(Act act, ActResult? result, DirectinoContext db, CancellationToken ct)
    {
        if (await Settlement.Find(PublicationId.Of(LedgerJson.Read<ContainerRequest>(act).Publication), db, ct) is not { } settled)
            return;
        if (act.State == ActState.Done)
        {
            settled.Publication.Made(result!.InstagramId!, clock.GetUtcNow());
            settled.Post?.WaitFor(null, null, clock.GetUtcNow());
            await due.Set(db, act.WorkspaceId, AwaitContainer.DueKind, settled.Publication.Id.Value, clock.GetUtcNow(), act.AccountId, ct);
        }
        else
        {
            await settlement.Follow(act, settled, db, ct);
        }
    }
}
