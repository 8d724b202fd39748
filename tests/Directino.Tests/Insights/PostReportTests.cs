using Directino.Insights;
using Directino.Tests.Studio;

namespace Directino.Tests.Insights;

public sealed class PostReportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PostSort.Published, false)]
    [InlineData(PostSort.Published, true)]
    [InlineData(PostSort.Views, false)]
    [InlineData(PostSort.Views, true)]
    [InlineData(PostSort.Saved, false)]
    public async Task Every_post_is_listed_once_in_order_and_missing_numbers_come_last(PostSort sort, bool ascending)
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        await Plant(studio, workspace, 23);
        await using var db = workspace.Open();
        var rows = new List<PostRow>();
        string? after = null;
        do
        {
            var page = await PostReport.Page(db, null, sort, ascending, after, 5, Ct);
            rows.AddRange(page.Posts);
            after = page.Next;
        }
        while (after is not null);

        rows.Select(r => r.Id).Distinct().Count().ShouldBe(23);
        long Key(PostRow row) => sort switch
        {
            PostSort.Published => row.PublishedAt.UtcTicks,
            PostSort.Views => row.Views ?? (ascending ? long.MaxValue : -1),
            _ => row.Saved ?? (ascending ? long.MaxValue : -1),
        };
        rows.Select(Key).ShouldBe(ascending ? rows.Select(Key).Order() : rows.Select(Key).OrderDescending());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-5_00000000000000000000000000000001")]
    [InlineData("9223372036854775807_01890000000070008000000000000001")]
    public async Task A_place_nobody_gave_is_no_error(string after)
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        await Plant(studio, workspace, 3);
        await using var db = workspace.Open();
        await PostReport.Page(db, null, PostSort.Published, false, after, 5, Ct);
        await PostReport.Page(db, null, PostSort.Views, true, after, 5, Ct);
    }

    [Fact]
    public async Task The_file_holds_every_post_and_no_formula()
    {
        await using var studio = await Studio.Studio.Open();
        var workspace = await studio.OpenWorkspace();
        await Plant(studio, workspace, 12, caption: "=HYPERLINK(\"http://evil\")");
        await using var db = workspace.Open();
        var csv = await InsightsExport.Posts(db, null, PostSort.Published, false, Ct);
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(13);
        csv.ShouldNotContain(",=");
        csv.ShouldContain("\"'=HYPERLINK(\"\"http://evil\"\")\"");
    }

    [Fact]
    public void An_excerpt_never_cuts_a_letter_in_two()
    {
        var family = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 300));
        InsightPost.Excerpt(family)!.ShouldBe(string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 200)) + "…");
        InsightPost.Excerpt("  ").ShouldBeNull();
    }

    private static async Task Plant(Studio.Studio studio, TestWorkspace workspace, int count, string? caption = null)
    {
        var account = Directino.Accounts.AccountId.New(studio.Clock);
        await using var db = workspace.Open();
        for (var i = 0; i < count; i++)
        {
            var post = new InsightPost
            {
                Id = InsightPostId.New(studio.Clock), WorkspaceId = workspace.Id, AccountId = account, MediaId = $"1800000000000{i:0000}", ProductType = "FEED",
                Caption = caption, PublishedAt = studio.Clock.GetUtcNow().AddHours(-i / 3), ListedAt = studio.Clock.GetUtcNow(),
            };
            // A third has no number, and several share one.
            if (i % 3 != 0)
                post.Show(MetricNames.Views, i / 4);
            if (i % 2 != 0)
                post.Show(MetricNames.Saved, i % 5);
            db.Add(post);
        }

        await db.SaveChangesAsync(Ct);
    }
}
