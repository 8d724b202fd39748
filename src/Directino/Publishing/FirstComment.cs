using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;

namespace Directino.Publishing;

/// <summary>What is asked of Instagram: this text under this post.</summary>
internal sealed record FirstCommentRequest(string Media, string Text);

/// <summary>
/// The account's own comment right after publishing (API reference, comments section 3). Twice would be two comments, so every doubt is
/// settled by a look under the post.
/// </summary>
internal sealed class FirstComment(InstagramClient instagram) : IActKind
{
    public string Name => PostWork.FirstComment;

    public async Task<ActResult> Send(Act act, InstagramAccess access, CancellationToken ct)
    {
        var request = LedgerJson.Read<FirstCommentRequest>(act);
        return new ActResult(await instagram.Comments.Comment(access, request.Media, request.Text, ct));
    }

    /// <summary>A post is not readable everywhere in the first seconds of its life.</summary>
    public ActVerdict? Judge(Act act, InstagramException error, DateTimeOffset now) =>
        error is ObjectGoneException && act.Attempts < 4 ? new ActVerdict.Retry(Backoff.After(act.Attempts), PublishingReasons.Processing) : null;

    public async Task<ActSighting> LookUp(Act act, InstagramAccess access, CancellationToken ct)
    {
        var request = LedgerJson.Read<FirstCommentRequest>(act);
        string? after = null;
        try
        {
            do
            {
                var page = await instagram.Comments.List(access, request.Media, after: after, cancellation: ct);
                if (page.Items.FirstOrDefault(c => (c.FromId is null || c.FromId == access.AccountId) && CaptionLimits.Tidy(c.Text) == request.Text) is { } ours)
                    return new ActSighting.Found(new ActResult(ours.Id));
                after = page.After;
            }
            while (after is not null);
        }
        catch (ObjectGoneException)
        {
            // With the post all its comments went.
        }

        return new ActSighting.Absent();
    }

    public Task Settle(Act act, ActResult? result, DirectinoContext db, CancellationToken ct) => Task.CompletedTask;
}
