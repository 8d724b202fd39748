using Directino.Labels;
using Directino.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning;

public sealed class CopyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_has_everything_of_the_content_and_neither_time_nor_fate()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.PublishNow(await shop.Connect("nora.bakes"), "Bread");
        await shop.SetLabels(post, await shop.Label("Easter"));
        await studio.Settle();
        var copy = (await studio.Get<Planner>().Copy(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        var (was, kept) = (await shop.Read(post), await shop.Read(copy));
        kept.Content.ShouldBe(was.Content);
        kept.Labels.Select(l => l.LabelId).ShouldBe(was.Labels.Select(l => l.LabelId));
        (kept.State, kept.At, kept.InstagramId).ShouldBe((PostState.Draft, null, null));
    }

    [Fact]
    public async Task A_copy_may_be_for_another_account_of_the_workspace_and_no_other()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var other = await studio.OpenWorkspace("Somebody else's");
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Bread");
        studio.Sandbox.Control.MakeAccount("leo.rides", "Leo");
        var second = await shop.Connect("leo.rides");
        var planner = studio.Get<Planner>();
        (await planner.Copy(shop.Id, post.Id, shop.Owner, second.Id, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.AccountId.ShouldBe(second.Id);
        (await planner.Copy(other.Id, post.Id, other.Owner, null, Ct)).ShouldBe(new PlanOutcome.Conflict(PostRules.NotThere));
        (await planner.Copy(shop.Id, post.Id, shop.Owner, Directino.Accounts.AccountId.New(studio.Clock), Ct)).ShouldBe(new PlanOutcome.Conflict(PostRules.AccountMissing));
    }

    [Fact]
    public async Task A_deleted_post_comes_back_with_its_labels()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Draft(await shop.Connect("nora.bakes"), "Bread");
        var (stays, goes) = (await shop.Label("Easter"), await shop.Label("Summer"));
        await shop.SetLabels(post, stays, goes);
        var deleted = (await studio.Get<Planner>().Delete(shop.Id, post.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        await studio.Get<LabelBook>().Remove(shop.Id, goes.Id, Ct);
        (await studio.Get<Planner>().Restore(deleted, shop.Owner, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        (await shop.LabelsOf(post)).ShouldBe([stays.Id]);
    }
}
