using Directino.Persistence;
using Directino.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Directino.Accounts;

/// <summary>Makes people, each with a first workspace that they own, or with the place they were invited to.</summary>
public sealed class Registration(UserManager<Person> people, DirectinoContext db, TimeProvider clock)
{
    /// <summary>Person, workspace and ownership are saved together or not at all.</summary>
    public async Task<RegistrationOutcome> Register(Newcomer newcomer, CancellationToken ct)
    {
        var person = PersonOf(newcomer);
        var workspace = AddWorkspace(newcomer.WorkspaceName, newcomer.TimeZone, person.PersonId, isDemo: false);
        return await Save(person, newcomer.Password, workspace.Id, ct);
    }

    /// <summary>Somebody who was invited joins that workspace and gets none of their own.</summary>
    public async Task<RegistrationOutcome> RegisterInvited(Newcomer newcomer, Invitation invitation, CancellationToken ct)
    {
        var person = PersonOf(newcomer);
        var now = clock.GetUtcNow();
        var row = await db.Set<Invitation>().SingleAsync(i => i.Id == invitation.Id, ct);
        if (!row.IsOpen(now))
            return new RegistrationOutcome.Refused([RegistrationFlaw.EmailTaken]);
        row.AcceptedAt = now;
        db.Add(new Membership { WorkspaceId = row.WorkspaceId, PersonId = person.PersonId, Role = row.Role, JoinedAt = now });
        // Whoever opened the mailed link reads this mailbox.
        person.EmailConfirmed = string.Equals(row.Email, newcomer.Email, StringComparison.OrdinalIgnoreCase);
        return await Save(person, newcomer.Password, row.WorkspaceId, ct);
    }

    /// <summary>A guest in a workspace for looking around. Nobody can sign in as this person later.</summary>
    public async Task<RegistrationOutcome> RegisterGuest(string name, string workspaceName, string? timeZone, string? language, CancellationToken ct)
    {
        var email = $"guest-{Guid.CreateVersion7(clock.GetUtcNow()):N}@demo.invalid";
        var person = PersonOf(new Newcomer(email, null, name, workspaceName, timeZone, language));
        var workspace = AddWorkspace(workspaceName, timeZone, person.PersonId, isDemo: true);
        return await Save(person, null, workspace.Id, ct);
    }

    /// <summary>Another workspace of a person's.</summary>
    public async Task<WorkspaceId> OpenWorkspace(PersonId owner, string name, string? timeZone, CancellationToken ct)
    {
        var workspace = AddWorkspace(name, timeZone, owner, isDemo: false);
        await db.SaveChangesAsync(ct);
        return workspace.Id;
    }

    private Person PersonOf(Newcomer newcomer)
    {
        var now = clock.GetUtcNow();
        return new Person
        {
            Id = Guid.CreateVersion7(now),
            DisplayName = newcomer.Name.Trim(),
            Email = newcomer.Email.Trim(),
            UserName = newcomer.Email.Trim(),
            AcceptedPolicy = PolicyVersion.Current,
            AcceptedPolicyAt = now,
            ConfirmedAgeAt = now,
            CreatedAt = now,
            Language = newcomer.Language,
        };
    }

    private Workspace AddWorkspace(string name, string? timeZone, PersonId owner, bool isDemo)
    {
        var now = clock.GetUtcNow();
        var workspace = new Workspace
        {
            Id = WorkspaceId.New(clock), Name = name.Trim(), TimeZone = TimeZones.OrFallback(timeZone), IsDemo = isDemo, CreatedAt = now,
        };
        db.AddRange(workspace, new Membership { WorkspaceId = workspace.Id, PersonId = owner, Role = Role.Owner, JoinedAt = now });
        return workspace;
    }

    /// <summary>The store saves the person with everything that was added to the context before.</summary>
    private async Task<RegistrationOutcome> Save(Person person, string? password, WorkspaceId workspace, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            var result = password is null ? await people.CreateAsync(person) : await people.CreateAsync(person, password);
            if (result.Succeeded)
                return new RegistrationOutcome.Registered(person, workspace);
            db.ChangeTracker.Clear();
            return new RegistrationOutcome.Refused([.. result.Errors.Select(Flaw).Distinct()]);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Two with the same address at the same moment: the unique index let one through.
            db.ChangeTracker.Clear();
            if (await people.FindByEmailAsync(person.Email!) is null)
                throw;
            return new RegistrationOutcome.Refused([RegistrationFlaw.EmailTaken]);
        }
    }

    private static RegistrationFlaw Flaw(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => RegistrationFlaw.EmailTaken,
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => RegistrationFlaw.EmailInvalid,
        nameof(IdentityErrorDescriber.PasswordTooShort) => RegistrationFlaw.PasswordTooShort,
        _ => RegistrationFlaw.PasswordTooSimple,
    };
}
