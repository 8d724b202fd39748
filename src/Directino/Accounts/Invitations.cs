using System.Net.Mail;
using Directino.Mail;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Accounts;

/// <summary>Mailed links with which people join a workspace. Only the mail holds the secret; the database holds its hash.</summary>
public sealed class Invitations(Database database, Postman postman, TimeProvider clock)
{
    /// <summary>Saved first, then mailed: a mail that could not be sent is sent again by <see cref="Resend"/>.</summary>
    /// <param name="workspace">Where to.</param>
    /// <param name="by">Who invites.</param>
    /// <param name="giver">Their role: nobody hands out more than they have.</param>
    /// <param name="email">To whom the link goes.</param>
    /// <param name="role">As what they will come.</param>
    /// <param name="join">Address of the page that accepts, to which the secret is added.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<MemberOutcome> Invite(WorkspaceId workspace, PersonId by, Role giver, string email, Role role, Uri join, CancellationToken ct)
    {
        email = email.Trim();
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email || email.Length > 254)
            return MemberOutcome.EmailInvalid;
        if (!giver.Allows(Permission.ManageMembers) || !giver.MayGrant(role))
            return MemberOutcome.NotAllowed;
        await using var db = database.Open(workspace);
        if (await IsMember(db, email, ct))
            return MemberOutcome.AlreadyMember;
        var now = clock.GetUtcNow();
        // One link per address: an earlier one ends with the new.
        foreach (var earlier in await db.Set<Invitation>().Where(i => i.Email == email && i.AcceptedAt == null && i.WithdrawnAt == null).ToListAsync(ct))
            earlier.WithdrawnAt = now;
        var secret = Secret.New();
        db.Add(new Invitation
        {
            Id = InvitationId.New(clock), WorkspaceId = workspace, Email = email, Role = role, InvitedBy = by,
            SecretHash = Secret.Hash(secret), CreatedAt = now, ExpiresAt = now + Invitation.Lifetime,
        });
        await db.SaveChangesAsync(ct);

        var name = await db.Set<Workspace>().Select(w => w.Name).SingleAsync(ct);
        var inviter = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == by.Value, ct);
        var letter = Letters.Invitation(email, inviter.Language, inviter.DisplayName, name, new Uri($"{join}?invitation={secret}"));
        await postman.Send(letter with { Workspace = workspace.Value, ForOwners = role == Role.Owner }, ct);
        return MemberOutcome.Done;
    }

    /// <summary>A new link to the same address; the old one ends.</summary>
    public async Task<MemberOutcome> Resend(WorkspaceId workspace, PersonId by, Role giver, InvitationId id, Uri join, CancellationToken ct)
    {
        Invitation? found;
        await using (var db = database.Open(workspace))
            found = await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.AcceptedAt == null && i.WithdrawnAt == null, ct);
        return found is null ? MemberOutcome.NotFound : await Invite(workspace, by, giver, found.Email, found.Role, join, ct);
    }

    public async Task<MemberOutcome> Withdraw(WorkspaceId workspace, InvitationId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = database.Open(workspace);
        if (await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == id && i.AcceptedAt == null && i.WithdrawnAt == null, ct) is not { } invitation)
            return MemberOutcome.NotFound;
        invitation.WithdrawnAt = now;
        await db.SaveChangesAsync(ct);
        return MemberOutcome.Done;
    }

    /// <summary>Those that still wait, also when they are too old by now, newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> Waiting(WorkspaceId workspace, CancellationToken ct)
    {
        await using var db = database.Open(workspace);
        return await db.Set<Invitation>().AsNoTracking().Where(i => i.AcceptedAt == null && i.WithdrawnAt == null)
            .OrderByDescending(i => i.CreatedAt).Take(200).ToListAsync(ct);
    }

    /// <summary>The open invitation of a link, with the workspace's name; null when it leads nowhere any more.</summary>
    public async Task<(Invitation Invitation, string Workspace)?> Find(string? secret, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(secret))
            return null;
        var hash = Secret.Hash(secret);
        await using var db = database.OpenEverywhere();
        if (await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.SecretHash == hash, ct) is not { } invitation || !invitation.IsOpen(clock.GetUtcNow()))
            return null;
        return (invitation, await db.Set<Workspace>().Where(w => w.Id == invitation.WorkspaceId).Select(w => w.Name).SingleAsync(ct));
    }

    /// <summary>Somebody who has an account joins. Returns where, or null when the link leads nowhere any more.</summary>
    public async Task<WorkspaceId?> Accept(string? secret, PersonId person, CancellationToken ct)
    {
        if (await Find(secret, ct) is not { } found)
            return null;
        var now = clock.GetUtcNow();
        var workspace = found.Invitation.WorkspaceId;
        await using var db = database.Open(workspace);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var taken = await db.Set<Invitation>().Where(i => i.Id == found.Invitation.Id && i.AcceptedAt == null && i.WithdrawnAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.AcceptedAt, now), ct);
        if (taken == 0)
            return null;
        if (!await db.Set<Membership>().AnyAsync(m => m.PersonId == person, ct))
            db.Add(new Membership { WorkspaceId = workspace, PersonId = person, Role = found.Invitation.Role, JoinedAt = now });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return workspace;
    }

    private static async Task<bool> IsMember(DirectinoContext db, string email, CancellationToken ct)
    {
        var normalized = email.ToUpperInvariant();
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.NormalizedEmail == normalized, ct) is not { } person)
            return false;
        var id = person.PersonId;
        return await db.Set<Membership>().AnyAsync(m => m.PersonId == id, ct);
    }
}
