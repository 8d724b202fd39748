using Directino.Accounts;
using Directino.Insights;
using Directino.Planning;
using Directino.Planning.Profile;
using Directino.Tests.Media;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning.Profile;

public sealed class ProfileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_planned_stands_before_what_is_out_the_last_first()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var published = await shop.PublishNow(account, "Out");
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20));
        await List(shop, account, "elsewhere", "Elsewhere", TimeSpan.FromDays(-3));
        await List(shop, account, (await shop.Read(published)).InstagramId!, "Out", TimeSpan.Zero);
        await List(shop, account, "gone", "Deleted", TimeSpan.FromDays(-4), gone: true);
        await List(shop, account, "told", "A story", TimeSpan.FromDays(-1), type: "STORY");
        await shop.Schedule(account, "Tomorrow", TimeSpan.FromDays(1));
        await Draft(shop, account, "Idea for later", TimeSpan.FromDays(2));
        await Draft(shop, account, "Idea whose time is over", TimeSpan.FromDays(-1));
        await Draft(shop, account, "Story", TimeSpan.FromDays(1), c => c with { Kind = PostKind.Story });
        await Draft(shop, account, "Reel kept off", TimeSpan.FromDays(1), c => c with { Kind = PostKind.Reel, Options = new() { ShareToFeed = false } });
        (await Read(shop, account, 20)).ShouldBe(["Idea for later", "Tomorrow", "Out", "Elsewhere"]);
        await shop.Connect("studio.terra");
        (await studio.Get<ProfileReader>().Read((await studio.OpenWorkspace("Somebody else's")).Id, account.Id, null, 20, Ct)).Cells.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_and_nothing_at_one_instant_is_lost_between_them()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        foreach (var (place, hours) in ((double[])[1, 2, 2, 3, 4]).Index())
            await Draft(shop, account, $"{place}", TimeSpan.FromHours(hours));
        await List(shop, account, "elsewhere", "Elsewhere", TimeSpan.FromHours(-1));
        var (all, before) = (new List<string>(), (DateTimeOffset?)null);
        do
        {
            var page = await studio.Get<ProfileReader>().Read(shop.Id, account.Id, before, 2, Ct);
            all.AddRange(page.Cells.Select(c => c.Beginning));
            before = page.Next;
        }
        while (before is not null);
        all[..2].ShouldBe(["4", "3"]);
        all[2..4].ShouldBe(["1", "2"], ignoreOrder: true);
        all[4..].ShouldBe(["0", "Elsewhere"]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(5, 5)]
    [InlineData(6, 3)]
    [InlineData(7, 4)]
    [InlineData(20, 5)]
    public async Task A_post_keeps_its_column_however_many_come_after_it(int after, int shown)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        for (var day = 1; day <= after; day++)
            await Draft(shop, account, $"After {day}", TimeSpan.FromDays(day));
        var own = await Draft(shop, account, "Itself", TimeSpan.FromHours(1));
        await List(shop, account, "elsewhere", "Before", TimeSpan.FromDays(-1));
        var view = await studio.Get<ProfileReader>().Around(shop.Id, account.Id, own.Id, own.At!.Value, Ct);
        view.Above.Count.ShouldBe(shown);
        (view.Above.Count % ProfileView.Columns).ShouldBe(after % ProfileView.Columns);
        if (after > 0)
            view.Above[^1].Beginning.ShouldBe("After 1");
        view.Below.ShouldHaveSingleItem().Beginning.ShouldBe("Before");
        (await studio.Get<ProfileReader>().Around(shop.Id, account.Id, null, own.At.Value.AddMinutes(-1), Ct)).Below.ShouldHaveSingleItem().Beginning.ShouldBe("Before");
    }

    private static async Task<List<string>> Read(TestWorkspace shop, ConnectedAccount account, int count) =>
        [.. (await shop.Studio.Get<ProfileReader>().Read(shop.Id, account.Id, null, count, Ct)).Cells.Select(c => c.Beginning)];

    internal static async Task<Post> Draft(TestWorkspace shop, ConnectedAccount account, string caption, TimeSpan ahead, Func<PostContent, PostContent>? change = null)
    {
        var content = PostContent.Empty with { Account = account.Id, Caption = caption };
        return (await shop.Studio.Get<Planner>().Draft(shop.Id, shop.Owner, change?.Invoke(content) ?? content, shop.Studio.Clock.GetUtcNow() + ahead, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
    }

    private static async Task List(TestWorkspace shop, ConnectedAccount account, string id, string caption, TimeSpan ago, bool gone = false, string type = "FEED")
    {
        var now = shop.Studio.Clock.GetUtcNow();
        await using var db = shop.Open();
        db.Add(new InsightPost
        {
            Id = InsightPostId.New(shop.Studio.Clock), WorkspaceId = shop.Id, AccountId = account.Id, MediaId = id, ProductType = type, Caption = caption, PublishedAt = now + ago, ListedAt = now,
            GoneAt = gone ? now : null,
        });
        await db.SaveChangesAsync(Ct);
    }
}
