using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Campaigns;
using Directino.Planning.Files;
using Directino.Planning.Series;
using Directino.Tests.Planning.Files;
using Directino.Tests.Planning.Series;
using Directino.Tests.Publishing;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning.Campaigns;

public sealed class CampaignTests
{
    private static readonly DateOnly First = new(2026, 12, 7);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string?, int, int?, int?> Refusals => new()
    {
        { CampaignRules.NameMissing, "  ", 0, null, null },
        { CampaignRules.NameTooLong, new string('x', Campaign.LongestName + 1), 0, null, null },
        { CampaignRules.BriefTooLong, "Spring", Campaign.LongestBrief + 1, null, null },
        { CampaignRules.DayMissing, "Spring", 0, 0, null },
        { CampaignRules.DayMissing, "Spring", 0, null, 0 },
        { CampaignRules.EndsBeforeItBegins, "Spring", 0, 0, -1 },
        { CampaignRules.TooManyDays, "Spring", 0, 0, Campaign.MostDays },
        { CampaignRules.NameTaken, " EASTER ", 0, null, null },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_a_campaign_cannot_be_is_refused_with_its_rule(string rule, string? name, int brief, int? first, int? last)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        await shop.Campaign("Easter");
        var wanted = new CampaignText(name, new string('y', brief), LabelColor.Rose, Day(first), Day(last));
        (await studio.Get<CampaignBook>().Add(shop.Id, wanted, Ct)).ShouldBe(new CampaignOutcome.Refused(rule));
        (await studio.Get<CampaignBook>().All(shop.Id, Ct)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_just_fits_is_kept_and_names_are_unique_within_a_workspace_only()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, other) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Somebody else's"));
        var wanted = new CampaignText(new string('x', Campaign.LongestName), new string('y', Campaign.LongestBrief), LabelColor.Blue, First, First.AddDays(Campaign.MostDays - 1));
        foreach (var workspace in (WorkspaceId[])[shop.Id, other.Id])
            (await studio.Get<CampaignBook>().Add(workspace, wanted, Ct)).ShouldBeOfType<CampaignOutcome.Done>();
    }

    [Fact]
    public async Task Of_two_who_change_one_the_second_learns_of_the_first()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<CampaignBook>();
        var easter = await shop.Campaign("Easter");
        var wanted = new CampaignText("Easter buns", "Sell out by noon.", LabelColor.Rose, First, First);
        (await book.Change(shop.Id, easter.Id, wanted, easter.Version, Ct)).ShouldBeOfType<CampaignOutcome.Done>().Campaign.Brief.ShouldBe("Sell out by noon.");
        (await book.Change(shop.Id, easter.Id, wanted, easter.Version, Ct)).ShouldBe(new CampaignOutcome.Refused(CampaignRules.ChangedMeanwhile));
        (await book.Change(shop.Id, CampaignId.New(studio.Clock), wanted, null, Ct)).ShouldBe(new CampaignOutcome.Refused(CampaignRules.Missing));
    }

    [Fact]
    public async Task There_are_at_most_two_hundred()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        for (var i = 0; i < CampaignBook.Most; i++)
            await shop.Campaign($"Campaign {i}");
        (await studio.Get<CampaignBook>().Add(shop.Id, new CampaignText("One more", null, default, null, null), Ct)).ShouldBe(new CampaignOutcome.Refused(CampaignRules.TooMany));
    }

    [Fact]
    public async Task One_that_is_taken_away_leaves_its_posts_and_comes_back_to_those_that_are_in_no_other()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var book = studio.Get<CampaignBook>();
        var (easter, summer) = (await shop.Campaign("Easter"), await shop.Campaign("Summer"));
        var (stays, goes) = (await shop.Draft(PostContent.Empty with { Caption = "Buns" }), await shop.Draft(PostContent.Empty with { Caption = "Ice" }));
        await shop.Put(easter, stays, goes);
        var removed = (await book.Remove(shop.Id, easter.Id, Ct)).ShouldNotBeNull();
        (await shop.Read(stays)).CampaignId.ShouldBeNull();
        await shop.Put(summer, goes);
        (await book.Restore(removed, Ct)).ShouldBeOfType<CampaignOutcome.Done>();
        ((await shop.Read(stays)).CampaignId, (await shop.Read(goes)).CampaignId).ShouldBe((easter.Id, summer.Id));
        (await book.Restore(removed, Ct)).ShouldBe(new CampaignOutcome.Refused(CampaignRules.NameTaken));
    }

    [Fact]
    public async Task A_post_joins_campaigns_of_its_own_workspace_only_whatever_state_it_is_in_and_what_was_prepared_stays()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, other) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Somebody else's"));
        var account = await shop.Connect("nora.bakes");
        shop.LendMedia();
        var (theirs, mine) = (await other.Campaign("Easter"), await shop.Campaign("Easter"));
        var scheduled = await shop.Schedule(account, "Rye", TimeSpan.FromHours(3));
        var published = await shop.Watch(await shop.PublishNow(account, "Bread"));
        (await studio.Get<Planner>().SetCampaign(shop.Id, published.Id, theirs.Id, null, Ct)).ShouldBe(new PlanOutcome.Conflict(CampaignRules.Missing));
        await shop.Put(mine, scheduled, published);
        (await shop.Read(scheduled)).Revision.ShouldBe(scheduled.Revision);
        var line = (await studio.Get<CampaignBook>().Lines(shop.Id, Ct)).ShouldHaveSingleItem();
        (line.Count, line.Published, line.Posts[PostState.Scheduled]).ShouldBe((2, 1, 1));
        var shown = await studio.Get<PlanReader>().List(shop.Id, new PlanFilter(Campaign: mine.Id, State: PostState.Scheduled), null, 10, Ct);
        shown.ShouldHaveSingleItem().Campaign.ShouldBe(mine.Id);
    }

    [Fact]
    public async Task A_copy_and_a_post_that_comes_back_are_in_the_campaign_as_long_as_it_is_there()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var planner = studio.Get<Planner>();
        var easter = await shop.Campaign("Easter");
        var post = await shop.Draft(PostContent.Empty with { Caption = "Buns" });
        await shop.Put(easter, post);
        (await planner.Copy(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.CampaignId.ShouldBe(easter.Id);
        var deleted = (await planner.Delete(shop.Id, post.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        (await planner.Restore(deleted, shop.Owner, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.CampaignId.ShouldBe(easter.Id);
        deleted = (await planner.Delete(shop.Id, post.Id, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        await studio.Get<CampaignBook>().Remove(shop.Id, easter.Id, Ct);
        (await planner.Restore(deleted, shop.Owner, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.CampaignId.ShouldBeNull();
    }

    [Fact]
    public async Task The_campaign_of_a_row_is_found_by_name_or_named_beside_its_cell_and_goes_publishedas_it_came_in()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var easter = await shop.Campaign("Easter");
        var rows = (await shop.Bring("caption,campaign\r\nBuns,EASTER\r\nIce,Summer\r\nRye,\r\n")).Rows;
        rows[1].Problems.Single(p => p.Weight == RowWeight.Stops).ShouldSatisfyAllConditions(p => p.Column.ShouldBe(PlanColumn.Campaign), p => p.Rule.ShouldBe(PlanFileRules.CampaignUnknown));
        var made = await studio.Get<PlanImports>().Take(shop.Id, shop.Owner, rows[0], ImportAs.Drafts, Ct);
        made.ShouldBeOfType<PlanOutcome.Done>().Post.CampaignId.ShouldBe(easter.Id);
        var file = string.Concat(await studio.Get<PlanExport>().Write(shop.Id, new PlanFilter(Campaign: easter.Id), null, null, Ct).ToListAsync(Ct));
        (await shop.Bring(file)).Rows.ShouldHaveSingleItem().Campaign.ShouldBe(easter.Id);
    }

    [Fact]
    public async Task The_posts_of_a_series_are_in_the_campaign_of_the_post_it_was_made_of()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var easter = await shop.Campaign("Easter");
        var content = await shop.Words(account, "Buns");
        var post = (await studio.Get<Planner>().Draft(shop.Id, shop.Owner, content, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        await shop.Put(easter, post);
        var rule = new RepeatRule { First = DateOnly.FromDateTime(studio.Clock.GetUtcNow().UtcDateTime).AddDays(1), Times = 3 };
        (await studio.Get<SeriesBook>().Start(shop.Id, shop.Owner, new NewSeries(content, "en-GB", rule, new TimeOnly(18, 0)), post.Id, Ct)).ShouldBeOfType<SeriesOutcome.Done>();
        await studio.Settle();
        var posts = await shop.Posts();
        (posts.Count, posts.All(p => p.CampaignId == easter.Id)).ShouldBe((4, true), "the post itself and three of the series");
    }

    private static DateOnly? Day(int? after) => after is { } days ? First.AddDays(days) : null;
}
