using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>
/// Makes a container public. Twice would be two posts, so every doubt is settled by a look at Instagram, and so is every no that
/// people have seen to be untrue (see the README beside this).
/// </summary>
internal sealed class PublishMedia(
    InstagramClient instagram, Database database, PublishingRules rules, Settlement settlement, PublishingLimits limits, Afterwards afterwards, DueBook due, TimeProvider clock) : IActKind
{
    public string Name => PostWork.Publish;

    public async Task<ActResult> Send(Act act, InstagramAccess access, CancellationToken ct) =>
        new(await instagram.Publishing.Publish(access, LedgerJson.Read<PublishRequest>(act).Container, ct));

    public ActVerdict? Judge(Act act, InstagramException error, DateTimeOffset now) => error switch
    {
        ContainerNotReadyException => new ActVerdict.Retry(TimeSpan.FromSeconds(2), PublishingReasons.Processing),
        PublishingLimitException => new ActVerdict.Retry(TimeSpan.FromMinutes(15), PublishingReasons.Limit),
        AccountRestrictedException => new ActVerdict.Fail(PublishingReasons.Restricted),
        PermissionMissingException => new ActVerdict.Fail(PublishingReasons.Of(error)),
        // "Gone" is also said of a container that was published, "spam" was said of posts that were out.
        ContainerGoneException or ActionBlockedException or MediaRefusedException or InvalidRequestException or ObjectGoneException =>
            new ActVerdict.LookFirst(PublishingReasons.Of(error)),
        _ => null,
    };

    /// <summary>The container knows whether it was published; the list of media knows as what.</summary>
    public async Task<ActSighting> LookUp(Act act, InstagramAccess access, CancellationToken ct)
    {
        var request = LedgerJson.Read<PublishRequest>(act);
        var code = await CodeOf(request.Container, access, ct);
        if (code is ContainerCode.Finished or ContainerCode.InProgress or ContainerCode.Error)
            return new ActSighting.Absent();
        if (await FindMedia(act, PublicationId.Of(request.Publication), access, ct) is { } media)
            return new ActSighting.Found(new ActResult(media.Id, media));
        return code switch
        {
            ContainerCode.Published => new ActSighting.Unclear("media-not-listed-yet"),
            ContainerCode.Unknown => new ActSighting.Unclear("container-unreadable"),
            _ => new ActSighting.Absent(),
        };
    }

    public Task<Refusal?> Check(Act act, ConnectedAccount account, DirectinoContext db, CancellationToken ct) =>
        rules.MayGoOn(PublicationId.Of(LedgerJson.Read<PublishRequest>(act).Publication), db, ct);

    public async Task Settle(Act act, ActResult? result, DirectinoContext db, CancellationToken ct)
    {
        if (await Settlement.Find(PublicationId.Of(LedgerJson.Read<PublishRequest>(act).Publication), db, ct) is not { } settled)
            return;
        var now = clock.GetUtcNow();
        switch (act.State)
        {
            case ActState.Done:
                await Published(act, result!, settled, db, ct);
                return;
            case ActState.Unknown:
                settled.Publication.Told(act.Reason == PublishingReasons.AnswerLost ? settled.Publication.Verdict : Believable(act.Reason) ?? settled.Publication.Verdict, act.ErrorDetail);
                settled.Any?.LoseSight(act.Reason, act.ErrorDetail, now);
                return;
            // Looked, and certainly not out: what Instagram had said is believed now, instead of trying again.
            case ActState.Intended when settled.Publication.Verdict is { } verdict:
                act.End(ActState.Failed, now, reason: verdict, detail: settled.Publication.VerdictDetail);
                break;
        }

        await settlement.Follow(act, settled, db, ct);
    }

    private async Task Published(Act act, ActResult result, Settled settled, DirectinoContext db, CancellationToken ct)
    {
        if (settled.Any is not { } post)
            return; // Deleted while it was on its way; the ledger keeps what happened.
        var now = clock.GetUtcNow();
        var media = result.Extra as InstagramMedia;
        post.Publish(result.InstagramId!, media?.Permalink, media?.Timestamp ?? now, now);
        settled.Publication.Told(null, null);
        limits.Forget(act.AccountId);
        await afterwards.Intend(post, db, ct);
        await due.Clear(db, PostWork.Slot, post.Id.Value, ct);
        if (post.Permalink is null)
            due.Add(db, post.WorkspaceId, ReadPermalink.DueKind, post.Id.Value, now, act.AccountId);
    }

    private async Task<ContainerCode> CodeOf(string container, InstagramAccess access, CancellationToken ct)
    {
        try
        {
            return (await instagram.Publishing.ContainerStatus(access, container, ct)).Code;
        }
        catch (Exception error) when (error is ObjectGoneException or ContainerGoneException)
        {
            return ContainerCode.Expired;
        }
    }

    /// <summary>The newest media, or story, with the post's caption that came after the attempt began and is not another post of ours.</summary>
    private async Task<InstagramMedia?> FindMedia(Act act, PublicationId id, InstagramAccess access, CancellationToken ct)
    {
        await using var db = database.Open(act.WorkspaceId);
        var attempt = await db.Set<Publication>().AsNoTracking().FirstAsync(p => p.Id == id, ct);
        var content = await Content(attempt, db, ct);
        var isStory = content.Kind == PostKind.Story;
        // The clocks here and there may differ a little.
        var since = attempt.StartedAt - TimeSpan.FromMinutes(2);
        string? after = null;
        do
        {
            var page = isStory ? await instagram.Media.Stories(access, 50, after, ct) : await instagram.Media.List(access, 50, after, ct);
            var ids = page.Items.Select(m => m.Id).ToList();
            var known = await db.Set<Post>().Where(p => p.AccountId == act.AccountId && ids.Contains(p.InstagramId!)).Select(p => p.InstagramId).ToListAsync(ct);
            // Stories have no captions, and not every host tells them; then only the time can speak.
            var captionsTold = !isStory && page.Items.Any(m => m.Caption is not null);
            var match = page.Items.LastOrDefault(m =>
                m.Timestamp >= since && !known.Contains(m.Id) && IsOfKind(m, content) && (!captionsTold || Same(m.Caption, content.Caption ?? "")));
            if (match is not null)
                return match;
            after = page.Items.Any(m => m.Timestamp < since) ? null : page.After;
        }
        while (after is not null);
        return null;
    }

    /// <summary>What the container was made of, whatever the post says by now.</summary>
    private static async Task<PostContent> Content(Publication attempt, DirectinoContext db, CancellationToken ct)
    {
        var key = $"container:{attempt.Id}";
        var made = await db.Set<Act>().AsNoTracking().FirstAsync(a => a.AccountId == attempt.AccountId && a.OnceKey == key, ct);
        return LedgerJson.Read<ContainerOrder>(made).Content;
    }

    /// <summary>Two posts of the same words are told apart by what they are, as far as Instagram says it.</summary>
    private static bool IsOfKind(InstagramMedia media, PostContent content) => (content.Kind, content.Items.Count) switch
    {
        (PostKind.Story, _) => true,
        (PostKind.Reel, _) => media is { MediaType: null or "VIDEO", MediaProductType: null or "REELS" },
        (_, > 1) => media.MediaType is null or "CAROUSEL_ALBUM",
        _ => media.MediaType is null or "IMAGE",
    };

    /// <summary>Instagram leaves out the @ of mentions for some readers, and trims.</summary>
    private static bool Same(string? theirs, string ours) => Bare(theirs) == Bare(ours);

    private static string Bare(string? caption) => CaptionLimits.Tidy(caption?.Replace("@", "", StringComparison.Ordinal));

    private static string? Believable(string? reason) =>
        reason is PublishingReasons.ContainerGone or PublishingReasons.UploadFailed or PublishingReasons.TakenForSpam || PublishingReasons.IsAboutThePost(reason) ? reason : null;
}
