using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Tests.Publishing;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning;

public sealed class LabelTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_labels_that_differ_in_case_only_are_one()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<LabelBook>();
        await shop.Label(" Easter ");
        (await book.Add(shop.Id, "EASTER", LabelColor.Rose, Ct)).ShouldBe(new LabelOutcome.Refused(LabelRules.NameTaken));
        (await book.Add(shop.Id, "  ", LabelColor.Rose, Ct)).ShouldBe(new LabelOutcome.Refused(LabelRules.NameMissing));
        (await book.Add(shop.Id, new string('x', Label.LongestName + 1), LabelColor.Rose, Ct)).ShouldBe(new LabelOutcome.Refused(LabelRules.NameTooLong));
        (await book.All(shop.Id, Ct)).ShouldHaveSingleItem().Name.ShouldBe("Easter");
        var other = await studio.OpenWorkspace("Somebody else's");
        (await book.Add(other.Id, "Easter", LabelColor.Rose, Ct)).ShouldBeOfType<LabelOutcome.Done>();
    }

    [Fact]
    public async Task A_label_may_be_renamed_to_itself_but_not_to_another()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<LabelBook>();
        var easter = await shop.Label("Easter");
        await shop.Label("Summer");
        (await book.Change(shop.Id, easter.Id, "EASTER", LabelColor.Blue, Ct)).ShouldBeOfType<LabelOutcome.Done>().Label.Color.ShouldBe(LabelColor.Blue);
        (await book.Change(shop.Id, easter.Id, null, LabelColor.Blue, Ct)).ShouldBeOfType<LabelOutcome.Done>().Label.Name.ShouldBe("EASTER");
        (await book.Change(shop.Id, easter.Id, "summer", null, Ct)).ShouldBe(new LabelOutcome.Refused(LabelRules.NameTaken));
    }

    [Fact]
    public async Task There_are_at_most_fifty()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        for (var i = 0; i < LabelBook.Most; i++)
            await shop.Label($"Label {i}");
        (await studio.Get<LabelBook>().Add(shop.Id, "One more", LabelColor.Pine, Ct)).ShouldBe(new LabelOutcome.Refused(LabelRules.TooMany));
    }

    [Fact]
    public async Task A_label_that_is_taken_away_leaves_its_posts_and_comes_back_to_them()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<LabelBook>();
        var (easter, summer) = (await shop.Label("Easter"), await shop.Label("Summer"));
        var post = await shop.Draft(PostContent.Empty with { Caption = "Buns" });
        await shop.SetLabels(post, easter, summer);
        var removed = (await book.Remove(shop.Id, easter.Id, Ct)).ShouldNotBeNull();
        (await shop.LabelsOf(post)).ShouldBe([summer.Id]);
        (await book.Restore(removed, Ct)).ShouldBeOfType<LabelOutcome.Done>();
        (await shop.LabelsOf(post)).ShouldBe([easter.Id, summer.Id], ignoreOrder: true);
        (await book.Remove(shop.Id, LabelId.New(studio.Clock), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task A_post_takes_labels_of_its_own_workspace_only_and_also_once_it_is_out()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var other = await studio.OpenWorkspace("Somebody else's");
        var theirs = await other.Label("Easter");
        shop.LendMedia();
        var post = await shop.Watch(await shop.PublishNow(await shop.Connect("nora.bakes"), "Bread"));
        post.State.ShouldBe(PostState.Published);
        (await studio.Get<Planner>().SetLabels(shop.Id, post.Id, [theirs.Id], null, Ct)).ShouldBe(new PlanOutcome.Conflict(LabelRules.Missing));
        var mine = await shop.Label("Easter");
        await shop.SetLabels(post, mine);
        (await shop.LabelsOf(post)).ShouldBe([mine.Id]);
        (await studio.Get<LabelBook>().Change(other.Id, mine.Id, "Mine now", null, Ct)).ShouldBe(new LabelOutcome.Refused(LabelRules.Missing));
    }

    [Fact]
    public async Task A_label_does_not_touch_what_was_prepared_of_a_post()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromHours(3));
        await shop.SetLabels(post, await shop.Label("Easter"));
        var labelled = await shop.Read(post);
        (labelled.Revision, labelled.State).ShouldBe((post.Revision, PostState.Scheduled));
    }

    [Fact]
    public async Task The_plan_is_narrowed_by_account_label_state_and_author()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var reader = studio.Get<PlanReader>();
        var account = await shop.Connect("nora.bakes");
        var easter = await shop.Label("Easter");
        var buns = await shop.Schedule(account, "Buns", TimeSpan.FromHours(3));
        var rye = await shop.Schedule(account, "Rye", TimeSpan.FromHours(4));
        await shop.SetLabels(buns, easter, await shop.Label("Summer"));
        var now = studio.Clock.GetUtcNow();
        async Task<PostId[]> Shown(PlanFilter filter) => [.. (await reader.Between(shop.Id, now, now.AddDays(1), filter, Ct)).Select(p => p.Id)];
        (await Shown(new PlanFilter())).ShouldBe([buns.Id, rye.Id]);
        (await Shown(new PlanFilter(Label: easter.Id))).ShouldBe([buns.Id]);
        (await Shown(new PlanFilter(account.Id, easter.Id, PostState.Scheduled, shop.Owner))).ShouldBe([buns.Id]);
        (await Shown(new PlanFilter(State: PostState.Failed))).ShouldBeEmpty();
        (await Shown(new PlanFilter(Author: PersonId.New(studio.Clock)))).ShouldBeEmpty();
        (await reader.List(shop.Id, new PlanFilter(Label: easter.Id), null, 10, Ct)).ShouldHaveSingleItem().Labels.Count.ShouldBe(2);
        (await reader.WithoutTime(shop.Id, new PlanFilter(account.Id, easter.Id), 10, Ct)).ShouldBeEmpty();
        (await reader.Authors(shop.Id, Ct)).ShouldHaveSingleItem().Id.ShouldBe(shop.Owner);
    }

    [Fact]
    public async Task The_list_goes_on_where_it_ended_also_between_posts_of_the_same_minute()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var planner = studio.Get<Planner>();
        var at = studio.Clock.GetUtcNow().AddDays(1);
        for (var i = 0; i < 7; i++)
            await planner.Draft(shop.Id, shop.Owner, PostContent.Empty with { Caption = $"Post {i}" }, at.AddHours(i / 4), Ct);
        var seen = new List<PostId>();
        PlanKey? after = null;
        do
        {
            var page = await studio.Get<PlanReader>().From(shop.Id, at, after, null, 2, Ct);
            seen.AddRange(page.Select(p => p.Id));
            after = page.Count == 0 ? null : new PlanKey(page[^1].At!.Value, page[^1].Id);
        }
        while (after is not null);
        (seen.Count, seen.Distinct().Count()).ShouldBe((7, 7));
    }
}
