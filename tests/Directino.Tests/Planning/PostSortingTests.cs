using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Campaigns;
using Directino.Planning.Groups;
using Directino.Tests.Planning.Campaigns;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Planning;

/// <summary>A post is sorted from the beginning: by its labels and its campaign.</summary>
public sealed class PostSortingTests
{
    private static readonly PostContent Rye = PostContent.Empty with { Caption = "Rye" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_post_has_its_labels_and_its_campaign()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var sorting = new PostSorting([(await shop.Label("Bread")).Id, (await shop.Label("Autumn")).Id], (await shop.Campaign("Market")).Id);
        var made = (await studio.Get<Planner>().Draft(shop.Id, shop.Owner, Rye, null, sorting, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        var post = await shop.Read(made);
        post.CampaignId.ShouldBe(sorting.Campaign);
        post.Labels.Select(l => l.LabelId).ShouldBe(sorting.Labels, ignoreOrder: true);
    }

    [Theory]
    [InlineData(true, LabelRules.Missing)]
    [InlineData(false, CampaignRules.Missing)]
    public async Task What_another_workspace_sorts_by_is_not_there_and_no_post_is_made(bool label, string rule)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, other) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Somebody else's"));
        var account = await shop.Connect("nora.bakes");
        var sorting = label ? new PostSorting([(await shop.Label("Bread")).Id, (await other.Label("Bread")).Id], null) : new PostSorting([], (await other.Campaign("Market")).Id);
        (await studio.Get<Planner>().Draft(shop.Id, shop.Owner, Rye, null, sorting, Ct)).ShouldBe(new PlanOutcome.Conflict(rule));
        (await studio.Get<PostGroups>().Save(shop.Id, shop.Owner, [new(Rye.For(account.Id), null) { Sorting = sorting }], GroupAim.Keep, Ct)).ShouldBe(new GroupOutcome.Conflict(rule, 0));
        await using var db = shop.Open();
        (await db.Set<Post>().CountAsync(Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task Of_posts_that_are_written_as_one_the_new_ones_are_sorted_and_the_others_keep_what_they_have()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var (nora, leo) = (await shop.Connect("nora.bakes"), await shop.Connect("studio.terra"));
        var sorting = new PostSorting([(await shop.Label("Bread")).Id], (await shop.Campaign("Market")).Id);
        var old = await shop.Draft(Rye.For(nora.Id));
        var members = new[] { new GroupMember(Rye.For(nora.Id), null, Post: old.Id), new GroupMember(Rye.For(leo.Id), null) }.Select(m => m with { Sorting = sorting });
        var posts = (await studio.Get<PostGroups>().Save(shop.Id, shop.Owner, [.. members], GroupAim.Keep, Ct)).ShouldBeOfType<GroupOutcome.Done>().Posts;
        PostSorting.Of(await shop.Read(posts[0])).ShouldBe(PostSorting.None);
        PostSorting.Of(await shop.Read(posts[1])).ShouldBe(sorting);
    }

    [Fact]
    public async Task What_is_chosen_for_a_post_that_is_being_written_is_kept_with_it_and_kept_again()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var copies = studio.Get<WorkingCopies>();
        var sorting = new PostSorting([(await shop.Label("Bread")).Id], (await shop.Campaign("Market")).Id);
        foreach (var written in (WrittenText[])[new(Rye, null, null), new(Rye, null, null) { Sorting = sorting }, new(Rye, null, null) { Sorting = sorting with { Campaign = null } }])
        {
            await copies.Keep(shop.Id, shop.Owner, null, written, null, Ct);
            (await copies.Find(shop.Id, shop.Owner, null, Ct)).ShouldNotBeNull().Copy.Text.ShouldBe(written);
        }
    }

    [Fact]
    public void What_no_longer_exists_is_no_longer_chosen()
    {
        var clock = new FakeTimeProvider();
        var (bread, autumn, market) = (LabelId.New(clock), LabelId.New(clock), CampaignId.New(clock));
        var sorting = PostSorting.None.Turned(bread).Turned(autumn) with { Campaign = market };
        sorting.Among([autumn], [market]).ShouldBe(new PostSorting([autumn], market));
        sorting.Among([bread, autumn], []).ShouldBe(new PostSorting([bread, autumn], null));
        sorting.Turned(bread).ShouldBe(new PostSorting([autumn], market));
    }
}
