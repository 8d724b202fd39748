using Directino.Persistence;
using Directino.Privacy;
using Microsoft.AspNetCore.Identity;

namespace Directino.Accounts;

/// <summary>Somebody who signs in. Belongs to workspaces through <see cref="Membership"/>.</summary>
[PlatformRow("One person may belong to several workspaces.")]
public sealed class Person : IdentityUser<Guid>
{
    public PersonId PersonId => PersonId.Of(Id);

    [Personal(PersonalCategory.MemberIdentity, "To call people by their name in the product.", Retention.WhilePersonExists, Eraser.WithPerson)]
    public required string DisplayName { get; set; }

    [Personal(PersonalCategory.MemberContact, "To sign in and to be reached about one's own account.", Retention.WhilePersonExists, Eraser.WithPerson)]
    public override string? Email { get; set; }

    [Personal(PersonalCategory.MemberContact, "To sign in; the same as the e-mail address.", Retention.WhilePersonExists, Eraser.WithPerson)]
    public override string? UserName { get; set; }

    [Personal(PersonalCategory.MemberContact, "To find the e-mail address whatever its case.", Retention.WhilePersonExists, Eraser.WithPerson)]
    public override string? NormalizedEmail { get; set; }

    [Personal(PersonalCategory.MemberContact, "To find the user name whatever its case.", Retention.WhilePersonExists, Eraser.WithPerson)]
    public override string? NormalizedUserName { get; set; }

    [Personal(PersonalCategory.MemberIdentity, "To check the password without knowing it.", Retention.WhilePersonExists, Eraser.WithPerson)]
    public override string? PasswordHash { get; set; }

    [Personal(PersonalCategory.MemberContact, "Not used; kept empty.", Retention.WhilePersonExists, Eraser.WithPerson)]
    public override string? PhoneNumber { get; set; }

    [NotPersonal("A random value that ends old sessions.")]
    public override string? SecurityStamp { get; set; }

    [NotPersonal("A random value that guards against lost updates.")]
    public override string? ConcurrencyStamp { get; set; }

    /// <summary>The dated version of the policy that was accepted, for example <c>2026-11-01</c>.</summary>
    [NotPersonal("A version of our own policy.")]
    public required string AcceptedPolicy { get; set; }

    public required DateTimeOffset AcceptedPolicyAt { get; set; }

    /// <summary>When the person confirmed being 16 or over.</summary>
    public required DateTimeOffset ConfirmedAgeAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>BCP 47 name of the language chosen, or null for the browser's.</summary>
    [NotPersonal("A language.")]
    public string? Language { get; set; }
}
