using Directino.Accounts;
using Directino.Instagram;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Publishing;

/// <summary>Takes a post down that is out, because a member says so: who may, when it is possible, and the intent.</summary>
public sealed class Deletion(Database database, LedgerBook ledger)
{
    /// <summary>The rule that makes it impossible; null when it is possible.</summary>
    public static Refusal? Rule(Post post, ConnectedAccount? account) =>
        post.State != PostState.Published || post.InstagramId is null || account is null ? new Refusal(PublishingReasons.NotOut)
        : post.DeletedAt is not null ? new Refusal(PublishingReasons.Deleted)
        : !Scopes.Offers(account.Login, Capability.Delete) ? new Refusal(PublishingReasons.OnlyInTheApp)
        : Gate.Standing(account, Capability.Delete);

    /// <summary>Intends it. Asked again while it is under way, it is the same act; after it failed, another.</summary>
    public async Task<DeletionOutcome> Ask(WorkspaceId workspace, PostId id, Cause cause, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        if (await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post)
            return new DeletionOutcome.NotThere();
        var account = await db.Set<ConnectedAccount>().FirstOrDefaultAsync(a => a.Id == post.AccountId, ct);
        if (Rule(post, account) is { } refusal)
            return new DeletionOutcome.Refused(refusal.Rule);
        var tries = await db.Set<Act>().CountAsync(a => a.SubjectId == id.Value && a.Kind == PostWork.Delete && a.EndedAt != null, ct);
        await ledger.Intend(
            db, account!, PostWork.Delete, Capability.Delete, cause, id.Value, new DeleteMediaRequest(post.InstagramId!),
            $"{PostWork.Delete}:{post.InstagramId}:{tries + 1}", ct: ct);
        await db.SaveChangesAsync(ct);
        return new DeletionOutcome.Intended();
    }
}

public abstract record DeletionOutcome
{
    private DeletionOutcome() { }

    /// <summary>It is in the ledger, and done as soon as the account's turn comes.</summary>
    public sealed record Intended : DeletionOutcome;

    /// <summary>The name of the rule that forbids it.</summary>
    public sealed record Refused(string Rule) : DeletionOutcome;

    public sealed record NotThere : DeletionOutcome;
}
