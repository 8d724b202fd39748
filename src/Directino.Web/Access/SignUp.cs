using System.Globalization;
using Directino.Accounts;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Access;

/// <summary>Signs somebody up: looks at what was typed, makes the person, and lets them in.</summary>
public sealed class SignUp(Registration registration, Invitations invitations, Door door, Sessions sessions, IStringLocalizer<AccessWords> words)
{
    /// <summary>Null when the person is in; otherwise a sentence for the head of the form, or none when the fields say it.</summary>
    public async Task<SignUpAnswer> Try(SignUpInput input, FormFlaws flaws, string? invitation, CancellationToken ct)
    {
        flaws.When(string.IsNullOrWhiteSpace(input.Name), () => input.Name!, words["NameMissing"]);
        flaws.When(input.Name?.Length > 100, () => input.Name!, words["NameTooLong"]);
        flaws.When(!LooksLikeEmail(input.Email), () => input.Email!, words["EmailInvalid"]);
        flaws.When((input.Password?.Length ?? 0) < 10, () => input.Password!, words["PasswordTooShort"]);
        flaws.When(!input.IsOldEnough, () => input.IsOldEnough, words["AgeMissing"]);
        flaws.When(!input.AcceptsPolicy, () => input.AcceptsPolicy, words["PolicyMissing"]);
        if (flaws.Any)
            return SignUpAnswer.Flawed;

        var newcomer = new Newcomer(
            input.Email!, input.Password, input.Name!, words["FirstWorkspace", input.Name!.Trim()], input.Zone, CultureInfo.CurrentUICulture.Name);
        var outcome = await invitations.Find(invitation, ct) is { } found
            ? await registration.RegisterInvited(newcomer, found.Invitation, ct)
            : await registration.Register(newcomer, ct);
        switch (outcome)
        {
            case RegistrationOutcome.Registered(var person, var workspace):
                await sessions.Begin(person, workspace, stay: true, ct);
                return SignUpAnswer.In;
            case RegistrationOutcome.Refused(var reasons):
                // Who typed the right password of an account they forgot about is simply let in.
                if (reasons.Contains(RegistrationFlaw.EmailTaken) && await door.SignIn(input.Email!, input.Password!, stay: true, ct))
                    return SignUpAnswer.In;
                flaws.When(reasons.Contains(RegistrationFlaw.EmailInvalid), () => input.Email!, words["EmailInvalid"]);
                flaws.When(reasons.Contains(RegistrationFlaw.PasswordTooShort) || reasons.Contains(RegistrationFlaw.PasswordTooSimple), () => input.Password!, words["PasswordTooShort"]);
                return flaws.Any ? SignUpAnswer.Flawed : SignUpAnswer.Refused;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static bool LooksLikeEmail(string? email) =>
        email is { Length: > 2 and <= 254 } && System.Net.Mail.MailAddress.TryCreate(email.Trim(), out var address) && address.Address == email.Trim();
}

/// <summary>How signing up ended.</summary>
public enum SignUpAnswer
{
    In,
    Flawed,

    /// <summary>Without saying why: a stranger must not learn who has an account.</summary>
    Refused,
}
