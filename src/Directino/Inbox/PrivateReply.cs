using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Inbox;

/// <summary>What is asked of Instagram: this text, in private, to whoever wrote this comment.</summary>
internal sealed record PrivateReplyRequest(string Comment, string Person, string Text);

/// <summary>The one private message a comment allows, within 7 days.</summary>
internal sealed class PrivateReply(InstagramClient instagram, SentMessages sent, TimeProvider clock) : IActKind
{
    public const string KindName = "private-reply";

    /// <summary>The reason the dispatcher leaves on an act that was looked for and not found.</summary>
    private const string NotThere = "not-there";

    public string Name => KindName;

    public static string OnceKey(CommentId comment) => $"{KindName}:{comment}";

    public async Task<ActResult> Send(Act act, InstagramAccess access, CancellationToken ct)
    {
        var request = LedgerJson.Read<PrivateReplyRequest>(act);
        var answer = await instagram.Messages.PrivateReply(access, request.Comment, request.Text, ct);
        return new ActResult(answer.MessageId);
    }

    public ActVerdict? Judge(Act act, InstagramException error, DateTimeOffset now) => error switch
    {
        // "Used" may well mean: by this very act. Once that was looked for in vain, it was somebody else's.
        PrivateReplyUsedException when act.Reason != NotThere => new ActVerdict.LookFirst(InboxRules.PrivateReplyUsed),
        PrivateReplyUsedException => new ActVerdict.Fail(InboxRules.PrivateReplyUsed),
        OutsideWindowException => new ActVerdict.Fail(InboxRules.OutsideWindow),
        PersonUnavailableException => new ActVerdict.Fail(InboxRules.PersonUnknown),
        ObjectGoneException => new ActVerdict.Fail(InboxRules.CommentGone),
        _ => null,
    };

    public Task<ActSighting> LookUp(Act act, InstagramAccess access, CancellationToken ct)
    {
        var request = LedgerJson.Read<PrivateReplyRequest>(act);
        return sent.LookUp(act, request.Person, request.Text, access, ct);
    }

    public async Task<Refusal?> Check(Act act, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var request = LedgerJson.Read<PrivateReplyRequest>(act);
        if (SentMessages.IsTooLong(request.Text))
            return new Refusal(InboxRules.TextTooLong);
        // Instagram asks for the comments permission alone, but it is a message: both of the user's own switches count.
        if (!account.Allows(Capability.Messages))
            return new Refusal(GateRules.SwitchedOff);
        var comment = await db.Set<Comment>().AsNoTracking()
            .FirstOrDefaultAsync(c => c.AccountId == act.AccountId && c.InstagramId == request.Comment, ct);
        if (comment is null)
            return new Refusal(InboxRules.CommentGone);
        if (act.Cause.IsAutomatic && await OptOuts.Holds(db, comment.FollowerId, ct))
            return new Refusal(InboxRules.OptedOut);
        return WhyNot(comment, clock.GetUtcNow());
    }

    public Task Settle(Act act, ActResult? result, DirectinoContext db, CancellationToken ct) => SentMessages.Settle(act, db, ct);

    /// <summary>What can be said without asking Instagram; also shown beside the button. That it was used is known by the ledger's key.</summary>
    public static Refusal? WhyNot(Comment comment, DateTimeOffset now) =>
        comment.IsOurs ? new Refusal(InboxRules.OwnComment)
        : comment.GoneAt is not null ? new Refusal(InboxRules.CommentGone)
        : comment.FollowerId is null ? new Refusal(InboxRules.PersonUnknown)
        : now > comment.At + MessageWindow.PrivateReply ? new Refusal(InboxRules.PrivateReplyTooOld)
        : null;
}
