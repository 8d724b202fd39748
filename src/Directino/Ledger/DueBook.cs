using Directino.Accounts;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Ledger;

/// <summary>Sets, moves and clears what happens later, in the caller's context; the caller saves.</summary>
public sealed class DueBook(TimeProvider clock)
{
    /// <summary>Sets or moves the one item of this kind for this subject. Give <paramref name="account"/> when handling it asks Instagram.</summary>
    public async Task Set(
        DirectinoContext db, WorkspaceId workspace, string kind, Guid subject, DateTimeOffset dueAt, AccountId? account, CancellationToken ct)
    {
        if (await Find(db, kind, subject, ct) is { } item)
        {
            item.DueAt = dueAt;
            item.Attempts = 0;
            return;
        }

        Add(db, workspace, kind, subject, dueAt, account);
    }

    /// <summary>Sets one that certainly is not there yet, without looking.</summary>
    public void Add(DirectinoContext db, WorkspaceId workspace, string kind, Guid subject, DateTimeOffset dueAt, AccountId? account) =>
        db.Add(new DueItem
        {
            Id = DueId.New(clock),
            WorkspaceId = workspace,
            Kind = kind,
            SubjectId = subject,
            AccountId = account,
            DueAt = dueAt,
            Lane = account is { } id ? Lanes.Of(id) : Lanes.Of(subject),
        });

    public async Task Clear(DirectinoContext db, string kind, Guid subject, CancellationToken ct)
    {
        if (await Find(db, kind, subject, ct) is { } item)
            db.Remove(item);
    }

    private static async Task<DueItem?> Find(DirectinoContext db, string kind, Guid subject, CancellationToken ct) =>
        db.Set<DueItem>().Local.FirstOrDefault(d => d.Kind == kind && d.SubjectId == subject)
        ?? await db.Set<DueItem>().FirstOrDefaultAsync(d => d.Kind == kind && d.SubjectId == subject, ct);
}
