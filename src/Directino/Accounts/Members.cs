using System.Data;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Accounts;

/// <summary>Who belongs to a workspace, and in which role.</summary>
public sealed class Members(Database database, IEnumerable<IMemberChanged> told)
{
    public async Task<IReadOnlyList<MemberRow>> List(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        var memberships = await db.Set<Membership>().AsNoTracking().OrderBy(m => m.JoinedAt).ToListAsync(ct);
        var ids = memberships.Select(m => m.PersonId.Value).ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return
        [
            .. memberships.Where(m => people.ContainsKey(m.PersonId.Value))
                .Select(m => new MemberRow(m.PersonId, people[m.PersonId.Value].DisplayName, people[m.PersonId.Value].Email ?? "", m.Role, m.JoinedAt)),
        ];
    }

    /// <summary>The workspaces of a person, those for looking around last.</summary>
    public async Task<IReadOnlyList<WorkspacePlace>> WorkspacesOf(PersonId person, CancellationToken ct)
    {
        await using var db = database.OpenEverywhere();
        var places = await db.Set<Membership>().AsNoTracking().Where(m => m.PersonId == person)
            .Join(db.Set<Workspace>(), m => m.WorkspaceId, w => w.Id, (m, w) => new { w.Id, w.Name, w.IsDemo, m.Role, m.JoinedAt })
            .ToListAsync(ct);
        return [.. places.OrderBy(p => p.IsDemo).ThenBy(p => p.JoinedAt).Select(p => new WorkspacePlace(p.Id, p.Name, p.Role, p.IsDemo))];
    }

    public async Task<MemberOutcome> ChangeRole(WorkspaceId workspace, Role giver, PersonId person, Role role, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await db.Set<Membership>().FirstOrDefaultAsync(m => m.PersonId == person, ct) is not { } membership)
            return MemberOutcome.NotFound;
        if (!giver.MayGrant(membership.Role) || !giver.MayGrant(role))
            return MemberOutcome.NotAllowed;
        membership.Role = role;
        await db.SaveChangesAsync(ct);
        return await Commit(workspace, person, db, transaction, ct);
    }

    /// <summary>Takes a member out, or lets one leave: for oneself no role is needed.</summary>
    public async Task<MemberOutcome> Remove(WorkspaceId workspace, PersonId by, Role giver, PersonId person, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await db.Set<Membership>().FirstOrDefaultAsync(m => m.PersonId == person, ct) is not { } membership)
            return MemberOutcome.NotFound;
        if (by != person && !(giver.Allows(Permission.ManageMembers) && giver.MayGrant(membership.Role)))
            return MemberOutcome.NotAllowed;
        db.Remove(membership);
        await db.SaveChangesAsync(ct);
        return await Commit(workspace, person, db, transaction, ct);
    }

    /// <summary>Looked at after the change and within its transaction, so that two owners can't demote each other at once.</summary>
    private async Task<MemberOutcome> Commit(
        WorkspaceId workspace, PersonId person, DirectinoContext db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken ct)
    {
        if (!await db.Set<Membership>().AnyAsync(m => m.Role == Role.Owner, ct))
            return MemberOutcome.LastOwner;
        foreach (var feature in told)
            await feature.Changed(workspace, person, db, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return MemberOutcome.Done;
    }
}

/// <summary>A member as a list shows them.</summary>
public sealed record MemberRow(PersonId Person, string Name, string Email, Role Role, DateTimeOffset JoinedAt);

/// <summary>A workspace as its member sees it in a list.</summary>
public sealed record WorkspacePlace(WorkspaceId Id, string Name, Role Role, bool IsDemo);
