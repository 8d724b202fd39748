using Directino.Accounts;
using Directino.Media;
using Directino.Planning;
using Directino.Planning.Approvals;

namespace Directino.Tests.Planning.Approvals;

public sealed class ApprovalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_asks_another_wants_it_shorter_and_then_approves()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var omar = await shop.AddMember("Omar");
        await shop.Demand(ApprovalKind.OneOf, omar);
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye on Friday");
        (await shop.Approve(post, omar)).ShouldBeRefused(ApprovalRules.NotAsked);
        (await shop.Ask(post)).ShouldBeDone();
        (await shop.Ask(post)).ShouldBeRefused(ApprovalRules.AskedAlready);
        (await shop.Approve(post, shop.Owner)).ShouldBeRefused(ApprovalRules.NotApprover);
        (await shop.AskForChanges(post, omar)).ShouldBeDone();
        (await shop.Standing(post)).ShouldBe(ApprovalState.ChangesAsked);

        await shop.Rewrite(post, "Rye");
        (await shop.Standing(post)).ShouldBe(ApprovalState.ChangesAsked);
        (await shop.Ask(post)).ShouldBeDone();
        (await shop.Approve(post, omar)).ShouldBeDone();
        var view = (await studio.Get<ApprovalReader>().Find(shop.Id, post.Id, Ct)).ShouldNotBeNull();
        view.State.ShouldBe(ApprovalState.Approved);
        view.Words.Select(w => (w.Kind, w.By)).ShouldBe([
            (ApprovalStepKind.Asked, "Owner of Nora's"), (ApprovalStepKind.ChangesAsked, "Omar"), (ApprovalStepKind.Asked, "Owner of Nora's"), (ApprovalStepKind.Approved, "Omar")]);
        view.Words[1].Sentence.ShouldBe("Shorter, please.");
        (view.Words[1].IsOfThisEdition, view.Words[3].IsOfThisEdition).ShouldBe((false, true));
    }

    [Fact]
    public async Task An_edit_withdraws_the_approval_another_time_does_not()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await shop.Demand(ApprovalKind.OneOf, shop.Owner);
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye on Friday", TimeSpan.FromDays(2));
        (await shop.Standing(post)).ShouldBe(ApprovalState.Waiting);
        (await shop.Approve(post, shop.Owner)).ShouldBeDone();
        var planner = studio.Get<Planner>();
        (await planner.Move(shop.Id, post.Id, studio.Clock.GetUtcNow().AddDays(3), shop.Owner, null, Ct)).ShouldBeDone();
        await shop.Rewrite(post, "Rye on Friday");
        (await shop.Standing(post)).ShouldBe(ApprovalState.Approved);

        await shop.Rewrite(post, "Rye on Saturday");
        (await shop.Standing(post)).ShouldBe(ApprovalState.Waiting);
        await shop.Rewrite(post, "Rye on Friday");
        (await shop.Standing(post)).ShouldBe(ApprovalState.Waiting);
    }

    [Fact]
    public async Task A_picture_that_is_cropped_withdraws_the_approval_of_a_draft_too()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await shop.Demand(ApprovalKind.OneOf, shop.Owner);
        var account = await shop.Connect("nora.bakes");
        var picture = await shop.Upload(Media.TestPictures.Jpeg(1200, 1000));
        var post = await shop.Draft(PostContent.OnePicture(account.Id, picture.Id, "Rye"));
        (await shop.Ask(post)).ShouldBeDone();
        (await shop.Approve(post, shop.Owner)).ShouldBeDone();
        await studio.Get<MediaLibrary>().Cut(shop.Id, picture.Id, Crop.ToSquare, Ct);
        (await shop.Standing(post)).ShouldBe(ApprovalState.Waiting);
    }

    [Fact]
    public async Task Nobody_approves_what_they_have_not_seen()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await shop.Demand(ApprovalKind.OneOf, shop.Owner);
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye");
        (await shop.Ask(post)).ShouldBeDone();
        var seen = (await shop.Read(post)).Edition;
        await shop.Rewrite(post, "Wheat");
        (await shop.Approve(post, shop.Owner, seen)).ShouldBeRefused(ApprovalRules.OtherEdition);
        (await shop.Approve(post, shop.Owner, seen + 1)).ShouldBeDone();
    }

    [Fact]
    public async Task Nobody_is_asked_about_what_could_not_go_out()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await shop.Demand(ApprovalKind.OneOf, shop.Owner);
        var post = await shop.Draft(PostContent.Empty with { Caption = "Rye" });
        (await shop.Ask(post)).ShouldBeOfType<PlanOutcome.Refused>().Objections.Select(o => o.Rule).ShouldBe([PostRules.AccountMissing, PostRules.PictureMissing]);
    }

    [Fact]
    public async Task Two_who_approve_at_the_same_moment_both_count()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        PersonId[] people = [await shop.AddMember("Omar"), await shop.AddMember("Ana"), await shop.AddMember("Kofi")];
        await shop.Demand(ApprovalKind.AllOf, people);
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye");
        (await shop.Ask(post)).ShouldBeDone();
        foreach (var outcome in await Task.WhenAll(people.Select(p => Task.Run(() => shop.Approve(post, p), Ct))))
            outcome.ShouldBeDone();
        (await shop.Standing(post)).ShouldBe(ApprovalState.Approved);
    }

    [Fact]
    public async Task Where_all_are_waited_for_those_who_leave_are_not()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (omar, ana) = (await shop.AddMember("Omar"), await shop.AddMember("Ana"));
        await shop.Demand(ApprovalKind.AllOf, omar, ana);
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye");
        (await shop.Ask(post)).ShouldBeDone();
        (await shop.Approve(post, omar)).ShouldBeDone();
        await using (var db = shop.Open())
        {
            var reader = studio.Get<ApprovalReader>();
            (await reader.WaitingFor(omar, shop.Id, 10, db, Ct)).ShouldBeEmpty();
            (await reader.WaitingFor(ana, shop.Id, 10, db, Ct)).ShouldHaveSingleItem().Id.ShouldBe(post.Id);
        }

        (await studio.Get<Members>().ChangeRole(shop.Id, Role.Owner, ana, Role.Viewer, Ct)).ShouldBe(MemberOutcome.Done);
        (await shop.Standing(post)).ShouldBe(ApprovalState.Approved);
        (await studio.Get<Members>().ChangeRole(shop.Id, Role.Owner, ana, Role.Editor, Ct)).ShouldBe(MemberOutcome.Done);
        (await shop.Standing(post)).ShouldBe(ApprovalState.Waiting);
        (await studio.Get<Members>().Remove(shop.Id, shop.Owner, Role.Owner, ana, Ct)).ShouldBe(MemberOutcome.Done);
        (await shop.Standing(post)).ShouldBe(ApprovalState.Approved);
    }

    [Fact]
    public async Task A_rule_names_members_who_may_approve_and_of_two_who_change_it_the_second_learns_of_the_first()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (omar, viewer) = (await shop.AddMember("Omar"), await shop.AddMember("Vera", Role.Viewer));
        var elsewhere = (await studio.OpenWorkspace("Next door")).Owner;
        var book = studio.Get<ApprovalBook>();
        (await book.SetRule(shop.Id, shop.Owner, ApprovalKind.OneOf, [], null, Ct)).ShouldBe(new ApprovalRuleOutcome.Refused(ApprovalRules.ApproversMissing));
        (await book.SetRule(shop.Id, shop.Owner, ApprovalKind.OneOf, [viewer], null, Ct)).ShouldBe(new ApprovalRuleOutcome.Refused(ApprovalRules.ApproverUnfit));
        (await book.SetRule(shop.Id, shop.Owner, ApprovalKind.OneOf, [elsewhere], null, Ct)).ShouldBe(new ApprovalRuleOutcome.Refused(ApprovalRules.ApproverUnfit));
        (await book.SetRule(shop.Id, shop.Owner, ApprovalKind.OneOf, [omar], 0, Ct)).ShouldBe(new ApprovalRuleOutcome.Done(ApprovalKind.OneOf, 1));
        (await book.SetRule(shop.Id, shop.Owner, ApprovalKind.None, [], 0, Ct)).ShouldBe(new ApprovalRuleOutcome.Refused(PostRules.ChangedMeanwhile));
        var rule = await studio.Get<ApprovalReader>().Rule(shop.Id, Ct);
        rule.Kind.ShouldBe(ApprovalKind.OneOf);
        rule.Members.Select(m => (m.Name, m.IsNamed)).ShouldBe([("Omar", true), ("Owner of Nora's", false)]);
    }

    [Fact]
    public async Task A_new_rule_asks_at_once_about_what_is_scheduled_and_counts_what_was_approved()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var omar = await shop.AddMember("Omar");
        var account = await shop.Connect("nora.bakes");
        var scheduled = await shop.Schedule(account, "Rye", TimeSpan.FromDays(2));
        var draft = await shop.Draft(account, "Wheat");
        (await shop.Ask(draft)).ShouldBeRefused(ApprovalRules.NotNeeded);
        await shop.Demand(ApprovalKind.OneOf, omar);
        (await shop.Standing(scheduled)).ShouldBe(ApprovalState.Waiting);
        (await shop.Standing(draft)).ShouldBe(ApprovalState.NotAsked);
        (await shop.Approve(scheduled, omar)).ShouldBeDone();
        await shop.Demand(ApprovalKind.AllOf, omar, shop.Owner);
        (await shop.Standing(scheduled)).ShouldBe(ApprovalState.Waiting);
        await shop.Demand(ApprovalKind.None);
        (await shop.Standing(scheduled)).ShouldBe(ApprovalState.NotAsked);
        await shop.Demand(ApprovalKind.OneOf, omar);
        (await shop.Standing(scheduled)).ShouldBe(ApprovalState.Approved);
    }

    [Fact]
    public async Task What_comes_in_scheduled_asks_too()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await shop.Demand(ApprovalKind.OneOf, shop.Owner);
        var content = (await shop.Draft(await shop.Connect("nora.bakes"), "Rye")).Content;
        var wanted = new NewPost(content, studio.Clock.GetUtcNow().AddDays(1), PostSorting.None, "a row", true);
        var post = (await studio.Get<Planner>().Add(shop.Id, shop.Owner, wanted, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        (post.State, await shop.Standing(post)).ShouldBe((PostState.Scheduled, ApprovalState.Waiting));
    }

    [Fact]
    public async Task Nobody_speaks_about_a_post_of_another_workspace()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye");
        var other = await studio.OpenWorkspace("Next door");
        await other.Demand(ApprovalKind.OneOf, other.Owner);
        (await other.Ask(post)).ShouldBeRefused(PostRules.NotThere);
        (await other.Approve(post, other.Owner)).ShouldBeRefused(PostRules.NotThere);
        (await studio.Get<ApprovalReader>().Find(other.Id, post.Id, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task A_copy_is_not_approved_and_a_deleted_post_takes_its_words_with_it()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await shop.Demand(ApprovalKind.OneOf, shop.Owner);
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Rye");
        (await shop.Ask(post)).ShouldBeDone();
        (await shop.Approve(post, shop.Owner)).ShouldBeDone();
        var planner = studio.Get<Planner>();
        (await planner.Copy(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.Approval.ShouldBe(ApprovalState.NotAsked);
        var deleted = (await planner.Delete(shop.Id, post.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        (await planner.Restore(deleted, shop.Owner, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.Approval.ShouldBe(ApprovalState.NotAsked);
    }
}
