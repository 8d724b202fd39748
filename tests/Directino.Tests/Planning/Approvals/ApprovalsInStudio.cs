using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning.Approvals;

/// <summary>What a test does with approvals.</summary>
internal static class ApprovalsInStudio
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<PersonId> AddMember(this TestWorkspace shop, string name, Role role = Role.Approver)
    {
        var now = shop.Studio.Clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var email = $"{id:N}@example.test";
        var person = new Person
        {
            Id = id, DisplayName = name, Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(),
            AcceptedPolicy = "2026-11-01", AcceptedPolicyAt = now, ConfirmedAgeAt = now, CreatedAt = now,
        };
        await using var db = shop.Studio.Database.OpenEverywhere();
        db.AddRange(person, new Membership { WorkspaceId = shop.Id, PersonId = person.PersonId, Role = role, JoinedAt = now });
        await db.SaveChangesAsync(Ct);
        return person.PersonId;
    }

    public static async Task Demand(this TestWorkspace shop, ApprovalKind kind, params PersonId[] approvers) =>
        (await shop.Studio.Get<ApprovalBook>().SetRule(shop.Id, shop.Owner, kind, approvers, null, Ct)).ShouldBeOfType<ApprovalRuleOutcome.Done>();

    public static Task<PlanOutcome> Ask(this TestWorkspace shop, Post post) => shop.Studio.Get<ApprovalBook>().Ask(shop.Id, post.Id, shop.Owner, null, Ct);

    public static Task<PlanOutcome> Approve(this TestWorkspace shop, Post post, PersonId by, int? edition = null) =>
        shop.Studio.Get<ApprovalBook>().Approve(shop.Id, post.Id, Reviewer.Member(by), edition, Ct);

    public static Task<PlanOutcome> AskForChanges(this TestWorkspace shop, Post post, PersonId by, string sentence = "Shorter, please.") =>
        shop.Studio.Get<ApprovalBook>().AskForChanges(shop.Id, post.Id, Reviewer.Member(by), null, sentence, Ct);

    public static async Task<ApprovalState> Standing(this TestWorkspace shop, Post post) => (await shop.Read(post)).Approval;

    public static async Task<Post> Rewrite(this TestWorkspace shop, Post post, string caption, PersonId? by = null) =>
        (await shop.Studio.Get<Planner>().Write(shop.Id, post.Id, (await shop.Read(post)).Content with { Caption = caption }, by ?? shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;

    /// <summary>A link of seven days; what opens it.</summary>
    public static async Task<string> MakeLink(this TestWorkspace shop, params Post[] posts) =>
        (await shop.Studio.Get<ClientLinks>().Make(shop.Id, shop.Owner, "Café Luna", [.. posts.Select(p => p.Id)], 7, Ct)).ShouldBeOfType<ClientLinkOutcome.Made>().Secret;

    /// <summary>Ana approves by a link what she sees, or says what is to be changed.</summary>
    public static async Task<PlanOutcome> Decide(this TestWorkspace shop, string secret, Post post, string? sentence = null) =>
        await shop.Studio.Get<ClientLinks>().Decide(secret, post.Id, (await shop.Read(post)).Edition, "Ana", sentence, Ct);

    public static void ShouldBeRefused(this PlanOutcome outcome, string rule) => outcome.ShouldBe(new PlanOutcome.Conflict(rule));

    public static void ShouldBeDone(this PlanOutcome outcome) => outcome.ShouldBeOfType<PlanOutcome.Done>();
}
