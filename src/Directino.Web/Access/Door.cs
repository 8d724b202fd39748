using Directino.Accounts;
using Directino.Mail;
using Microsoft.AspNetCore.Identity;

namespace Directino.Web.Access;

/// <summary>
/// Lets people in by e-mail address and password. Whether an address is known, locked or mistyped can be told apart
/// neither by the answer nor by its time.
/// </summary>
public sealed class Door(UserManager<Person> people, IPasswordHasher<Person> hasher, Sessions sessions, SessionCheck check, Postman postman)
{
    private static readonly Person Nobody = new()
    {
        DisplayName = "", AcceptedPolicy = "", AcceptedPolicyAt = default, ConfirmedAgeAt = default, CreatedAt = default,
    };

    /// <summary>False when address and password do not fit, or there were too many tries.</summary>
    public async Task<bool> SignIn(string email, string password, bool stay, CancellationToken ct)
    {
        var person = await people.FindByEmailAsync(email.Trim());
        if (person?.PasswordHash is null)
        {
            // As slow as for somebody who exists.
            hasher.HashPassword(Nobody, password);
            return false;
        }

        if (await people.IsLockedOutAsync(person))
        {
            hasher.HashPassword(Nobody, password);
            return false;
        }

        if (!await people.CheckPasswordAsync(person, password))
        {
            await people.AccessFailedAsync(person);
            return false;
        }

        await people.ResetAccessFailedCountAsync(person);
        await sessions.Begin(person, workspace: null, stay, ct);
        return true;
    }

    /// <summary>Mails a link to whoever has this address; does nothing where nobody has, and never says which.</summary>
    public async Task MailReset(string email, Uri page, CancellationToken ct)
    {
        if (await people.FindByEmailAsync(email.Trim()) is not { PasswordHash: not null } person)
            return;
        var token = await people.GeneratePasswordResetTokenAsync(person);
        var link = new Uri($"{page}?person={person.Id}&token={Uri.EscapeDataString(token)}");
        await postman.Send(Letters.PasswordReset(person.Email!, person.Language, person.DisplayName, link), ct);
    }

    /// <summary>Sets a new password by a mailed link; every visit elsewhere ends.</summary>
    public async Task<ResetAnswer> Reset(Guid id, string token, string password, CancellationToken ct)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
            return ResetAnswer.LinkDead;
        var result = await people.ResetPasswordAsync(person, token, password);
        if (!result.Succeeded)
            return result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidToken)) ? ResetAnswer.LinkDead : ResetAnswer.PasswordTooShort;
        await people.SetLockoutEndDateAsync(person, null);
        check.Forget(person.PersonId);
        await sessions.Begin(person, workspace: null, stay: true, ct);
        return ResetAnswer.Done;
    }
}

/// <summary>How setting a new password ended.</summary>
public enum ResetAnswer
{
    Done,
    LinkDead,
    PasswordTooShort,
}
