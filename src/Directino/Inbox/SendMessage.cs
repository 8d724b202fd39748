using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Directino.Inbox;

/// <summary>What is asked of Instagram: this text to this person.</summary>
internal sealed record SendRequest(string Person, string Text);

/// <summary>A direct message to a person who has written.</summary>
internal sealed class SendMessage(
    InstagramClient instagram, SentMessages sent, Database database, IOptions<InboxOptions> options, TimeProvider clock) : IActKind
{
    public const string KindName = "send-message";

    public string Name => KindName;

    public async Task<ActResult> Send(Act act, InstagramAccess access, CancellationToken ct)
    {
        var request = LedgerJson.Read<SendRequest>(act);
        var humanAgent = await Window(act, ct) == WindowKind.HumanAgent;
        var answer = await instagram.Messages.SendText(access, request.Person, request.Text, humanAgent, ct);
        return new ActResult(answer.MessageId);
    }

    public ActVerdict? Judge(Act act, InstagramException error, DateTimeOffset now) => error switch
    {
        OutsideWindowException => new ActVerdict.Fail(InboxRules.OutsideWindow),
        PersonUnavailableException => new ActVerdict.Fail(InboxRules.PersonUnknown),
        _ => null,
    };

    public Task<ActSighting> LookUp(Act act, InstagramAccess access, CancellationToken ct)
    {
        var request = LedgerJson.Read<SendRequest>(act);
        return sent.LookUp(act, request.Person, request.Text, access, ct);
    }

    public async Task<Refusal?> Check(Act act, ConnectedAccount account, DirectinoContext db, CancellationToken ct)
    {
        var request = LedgerJson.Read<SendRequest>(act);
        if (SentMessages.IsTooLong(request.Text))
            return new Refusal(InboxRules.TextTooLong);
        var conversation = await db.Set<Conversation>().AsNoTracking()
            .FirstOrDefaultAsync(c => c.AccountId == act.AccountId && c.Kind == ConversationKind.Messages && c.Key == request.Person, ct);
        if (act.Cause.IsAutomatic && await OptOuts.Holds(db, conversation?.FollowerId, ct))
            return new Refusal(InboxRules.OptedOut);
        return conversation is null ? new Refusal(InboxRules.OutsideWindow) : WhyNot(conversation, !act.Cause.IsAutomatic, options.Value, clock.GetUtcNow());
    }

    public Task Settle(Act act, ActResult? result, DirectinoContext db, CancellationToken ct) => SentMessages.Settle(act, db, ct);

    /// <summary>What can be said without asking Instagram; also shown beside the button.</summary>
    public static Refusal? WhyNot(Conversation conversation, bool byHuman, InboxOptions options, DateTimeOffset now) =>
        conversation.IsStandby && !byHuman ? new Refusal(InboxRules.Standby)
        : MessageWindow.Of(conversation, now, byHuman, options) == WindowKind.Closed ? new Refusal(InboxRules.OutsideWindow)
        : null;

    private async Task<WindowKind> Window(Act act, CancellationToken ct)
    {
        if (!options.Value.HumanAgent)
            return WindowKind.Standard;
        await using var db = database.Open(act.WorkspaceId);
        var id = ConversationId.Of(act.SubjectId);
        var conversation = await db.Set<Conversation>().AsNoTracking().SingleAsync(c => c.Id == id, ct);
        return MessageWindow.Of(conversation, clock.GetUtcNow(), !act.Cause.IsAutomatic, options.Value);
    }
}
