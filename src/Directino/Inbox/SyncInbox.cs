using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Directino.Inbox;

/// <summary>
/// Reads comments and messages back from Instagram: everything recent when an account is connected, and then from time
/// to time what no webhook brought. Small steps, so that answers never wait behind it.
/// </summary>
internal sealed partial class SyncInbox(
    SyncSteps steps, AccountAccess access, Gate gate, CallBudget budget, IOptions<InboxOptions> options, TimeProvider clock,
    ILogger<SyncInbox> logger) : IDueHandler
{
    public const string KindName = "inbox-sync";

    /// <summary>Instagram allows two calls a second on conversations.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public string Kind => KindName;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = AccountId.Of(item.SubjectId);
        var now = clock.GetUtcNow();
        var account = await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.Id == id, ct);
        // Connecting it again begins it anew.
        if (account is null || account.State == AccountState.Disconnected || await access.For(account, ct) is not { } token)
            return null;
        var comments = gate.MayRead(account, Capability.Comments);
        var messages = gate.MayRead(account, Capability.Messages);
        if ((comments ?? messages) is { Rule: GateRules.Budget or GateRules.NeedsLogin })
            return now + TimeSpan.FromMinutes(15);

        var sync = await db.Set<InboxSync>().FirstOrDefaultAsync(s => s.AccountId == id, ct);
        if (sync is null)
            db.Add(sync = new InboxSync { AccountId = id, WorkspaceId = account.WorkspaceId });
        try
        {
            return await Step(sync, account, token, comments is null, messages is null, db, ct) is { } wait ? now + wait : Complete(sync, now);
        }
        catch (RateLimitedException limited)
        {
            return budget.Close(account.InstagramId, limited.RetryAfter);
        }
        catch (LoginNeededException)
        {
            account.NeedLogin();
            return now + TimeSpan.FromMinutes(15);
        }
    }

    private async Task<TimeSpan?> Step(
        InboxSync sync, ConnectedAccount account, InstagramAccess token, bool comments, bool messages, DirectinoContext db, CancellationToken ct)
    {
        if (sync.RoundBegan is null)
        {
            sync.RoundBegan = clock.GetUtcNow();
            if (comments)
                await Tolerate(() => steps.FindPosts(sync, account, token, db, ct));
            if (messages)
                await Tolerate(() => steps.FindConversations(sync, account, token, ct));
            return TimeSpan.Zero;
        }

        var (posts, texts, conversations) = (sync.Posts, sync.Messages, sync.Conversations);
        if (InboxSync.Take(ref posts) is { } post)
        {
            sync.Posts = posts;
            await Tolerate(() => steps.ReadComments(CommentedPostId.Of(Guid.Parse(post)), sync, account, token, db, ct));
            return TimeSpan.Zero;
        }

        if (InboxSync.Take(ref texts) is { } message)
        {
            sync.Messages = texts;
            await Tolerate(() => steps.ReadMessage(message, sync, account, token, db, ct));
            return Pace / 2;
        }

        if (InboxSync.Take(ref conversations) is { } conversation)
        {
            sync.Conversations = conversations;
            await Tolerate(() => steps.FindMessages(conversation, sync, account, token, db, ct));
            return Pace / 2;
        }

        return null;
    }

    private DateTimeOffset Complete(InboxSync sync, DateTimeOffset now)
    {
        sync.CompleteUntil = sync.RoundBegan;
        sync.RoundBegan = null;
        return now + options.Value.GapCheckEvery;
    }

    /// <summary>One post or conversation that can't be read must not keep the others from being read.</summary>
    private async Task Tolerate(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (InstagramException error) when (error is ObjectGoneException or InvalidRequestException or PermissionMissingException or PersonUnavailableException)
        {
            LogLeftOut(error.GetType().Name, error.Code, error.Subcode, error.TraceId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reading back left something out: {Error} {Code}/{Subcode}, trace {Trace}")]
    private partial void LogLeftOut(string error, int code, int? subcode, string? trace);
}
