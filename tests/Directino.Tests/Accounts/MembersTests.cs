using Directino.Accounts;
using Directino.Mail;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Tests.Accounts;

public sealed class MembersTests
{
    private static readonly Uri Join = new("http://product.test/join");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_is_a_mailed_link_that_works_once()
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        var guest = (await studio.OpenWorkspace("Omid's")).Owner;
        (await Invite(studio, workspace, "omid@example.test", Role.Agent)).ShouldBe(MemberOutcome.Done);
        var secret = await Secret(studio);
        (await studio.Get<Invitations>().Accept(secret, guest, Ct)).ShouldBe(workspace.Id);
        (await studio.Get<Invitations>().Accept(secret, guest, Ct)).ShouldBeNull();
        (await studio.Get<Members>().List(workspace.Id, Ct)).Single(m => m.Person == guest).Role.ShouldBe(Role.Agent);
    }

    [Fact]
    public async Task The_database_never_holds_the_secret_of_a_link()
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        await Invite(studio, workspace, "omid@example.test", Role.Agent);
        var secret = await Secret(studio);
        await using var db = workspace.Open();
        var row = await db.Set<Invitation>().SingleAsync(Ct);
        row.SecretHash.ShouldNotBe(secret);
        row.SecretHash.Length.ShouldBe(64);
    }

    [Fact]
    public async Task A_link_ends_after_a_week_when_withdrawn_and_when_a_newer_one_is_sent()
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        var invitations = studio.Get<Invitations>();
        await Invite(studio, workspace, "omid@example.test", Role.Agent);
        var first = await Secret(studio);
        studio.Clock.Advance(TimeSpan.FromSeconds(1));
        var waiting = (await invitations.Waiting(workspace.Id, Ct)).ShouldHaveSingleItem();
        await invitations.Resend(workspace.Id, workspace.Owner, Role.Owner, waiting.Id, Join, Ct);
        (await invitations.Find(first, Ct)).ShouldBeNull();
        var second = await Secret(studio);
        (await invitations.Find(second, Ct)).ShouldNotBeNull();
        studio.Clock.Advance(TimeSpan.FromDays(7));
        (await invitations.Find(second, Ct)).ShouldBeNull();
        studio.Clock.Advance(TimeSpan.FromSeconds(1));
        await Invite(studio, workspace, "omid@example.test", Role.Agent);
        var third = await Secret(studio);
        await invitations.Withdraw(workspace.Id, (await invitations.Waiting(workspace.Id, Ct)).ShouldHaveSingleItem().Id, Ct);
        (await invitations.Find(third, Ct)).ShouldBeNull();
    }

    [Theory]
    [InlineData(Role.Owner, Role.Owner, MemberOutcome.Done)]
    [InlineData(Role.Admin, Role.Admin, MemberOutcome.Done)]
    [InlineData(Role.Admin, Role.Owner, MemberOutcome.NotAllowed)]
    [InlineData(Role.Editor, Role.Viewer, MemberOutcome.NotAllowed)]
    public async Task Nobody_invites_into_more_than_they_may_grant(Role giver, Role given, MemberOutcome outcome)
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        (await studio.Get<Invitations>().Invite(workspace.Id, workspace.Owner, giver, "omid@example.test", given, Join, Ct)).ShouldBe(outcome);
    }

    [Fact]
    public async Task The_last_owner_can_neither_leave_nor_be_demoted()
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        var members = studio.Get<Members>();
        (await members.ChangeRole(workspace.Id, Role.Owner, workspace.Owner, Role.Admin, Ct)).ShouldBe(MemberOutcome.LastOwner);
        (await members.Remove(workspace.Id, workspace.Owner, Role.Owner, workspace.Owner, Ct)).ShouldBe(MemberOutcome.LastOwner);
        (await members.List(workspace.Id, Ct)).ShouldHaveSingleItem().Role.ShouldBe(Role.Owner);
        await Add(studio, workspace, Role.Owner);
        (await members.ChangeRole(workspace.Id, Role.Owner, workspace.Owner, Role.Admin, Ct)).ShouldBe(MemberOutcome.Done);
    }

    [Fact]
    public async Task An_admin_can_not_touch_an_owner_but_anybody_may_leave()
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        var members = studio.Get<Members>();
        var admin = await Add(studio, workspace, Role.Admin);
        var viewer = await Add(studio, workspace, Role.Viewer);
        (await members.Remove(workspace.Id, admin, Role.Admin, workspace.Owner, Ct)).ShouldBe(MemberOutcome.NotAllowed);
        (await members.ChangeRole(workspace.Id, Role.Admin, workspace.Owner, Role.Viewer, Ct)).ShouldBe(MemberOutcome.NotAllowed);
        (await members.Remove(workspace.Id, viewer, Role.Viewer, admin, Ct)).ShouldBe(MemberOutcome.NotAllowed);
        (await members.Remove(workspace.Id, viewer, Role.Viewer, viewer, Ct)).ShouldBe(MemberOutcome.Done);
    }

    [Fact]
    public async Task Signing_up_makes_a_person_a_workspace_and_its_owner_together()
    {
        await using var studio = await Studio.Studio.Open();
        await using var scope = studio.Services.CreateAsyncScope();
        var registration = scope.ServiceProvider.GetRequiredService<Registration>();
        var newcomer = new Newcomer("lena@example.test", "rye and butter", "Lena", "Lena's", "Europe/Lisbon", "en");
        var registered = (await registration.Register(newcomer, Ct)).ShouldBeOfType<RegistrationOutcome.Registered>();
        (await studio.Get<Members>().List(registered.Workspace, Ct)).ShouldHaveSingleItem().Role.ShouldBe(Role.Owner);
        (await registration.Register(newcomer with { Name = "Somebody else" }, Ct)).ShouldBeOfType<RegistrationOutcome.Refused>().Flaws.ShouldContain(RegistrationFlaw.EmailTaken);
        (await registration.Register(newcomer with { Email = "omid@example.test", Password = "short" }, Ct)).ShouldBeOfType<RegistrationOutcome.Refused>().Flaws.ShouldContain(RegistrationFlaw.PasswordTooShort);
        await using var db = studio.Database.OpenEverywhere();
        (await db.Set<Workspace>().CountAsync(Ct)).ShouldBe(1);
    }

    private static Task<MemberOutcome> Invite(Studio.Studio studio, TestWorkspace workspace, string email, Role role) =>
        studio.Get<Invitations>().Invite(workspace.Id, workspace.Owner, Role.Owner, email, role, Join, Ct);

    private static async Task<string> Secret(Studio.Studio studio) =>
        (await studio.Get<Postman>().ReadFolder(1, Ct))[0].Text.Split("invitation=")[1].Trim();

    private static async Task<PersonId> Add(Studio.Studio studio, TestWorkspace workspace, Role role)
    {
        var person = (await studio.OpenWorkspace($"Another {Guid.CreateVersion7(studio.Clock.GetUtcNow()):N}")).Owner;
        await using var db = workspace.Open();
        db.Add(new Membership { WorkspaceId = workspace.Id, PersonId = person, Role = role, JoinedAt = studio.Clock.GetUtcNow() });
        await db.SaveChangesAsync(Ct);
        return person;
    }
}
