using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Files;
using Directino.Tests.Media;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning.Files;

public sealed class ImportTests
{
    private const string Header = "account,date,time,kind,caption,media,alt_text,first_comment,labels,collaborators\r\n";
    private const string Good = "@Nora.Bakes,2026-12-01,18:00,post,Rye,RYE.jpg,A loaf,Ask us,Bread,@leo.rides\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_row_becomes_a_scheduled_post_with_everything_it_says()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var row = (await shop.Bring(Header + Good)).Rows.ShouldHaveSingleItem();
        row.Rules().ShouldBeEmpty();
        var post = await Take(shop, row);
        var kept = await shop.Read(post);
        (kept.State, kept.Slot, kept.Kind, kept.Caption).ShouldBe((PostState.Scheduled, new DateTimeOffset(2026, 12, 1, 18, 0, 0, TimeSpan.Zero), PostKind.Post, "Rye"));
        (kept.Items[0].AltText, kept.Options.FirstComment, kept.Options.Collaborators.Single()).ShouldBe(("A loaf", "Ask us", "leo.rides"));
        (await shop.LabelsOf(post)).Length.ShouldBe(1);
        (await shop.Brought())!.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_fault_is_told_beside_its_cell_all_at_once()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var tags = string.Concat(Enumerable.Range(0, 31).Select(i => $"#tag{i} "));
        var rows = (await shop.Bring(
            Header
            + "leo.rides,03/04/2027,18:00,poster,Rye,nothing.jpg | https://example.test/a.jpg,,,Nowhere,\r\n"
            + $"nora.bakes,2026-11-01,18:00,,{tags},rye.jpg,,,,\r\n"
            + $"nora.bakes,2026-12-02,18:00,reel,{new string('x', 2201)},rye.jpg,A | B,,,\r\n"
            + "nora.bakes,,,,Without a time,rye.jpg,,,,\r\n"
            + "nora.bakes,2027-03-28,01:30,,At a time that is not,rye.jpg,,,,\r\n")).Rows;
        rows[0].Problems.Where(p => p.Weight == RowWeight.Stops).Select(p => (p.Column, p.Rule)).ShouldBe(
        [
            (PlanColumn.Account, PlanFileRules.AccountUnknown), (PlanColumn.Date, PlanFileRules.DateAmbiguous), (PlanColumn.Media, PlanFileRules.MediaUnknown),
            (PlanColumn.Media, PlanFileRules.MediaIsAddress), (PlanColumn.Kind, PlanFileRules.KindUnknown), (PlanColumn.Labels, PlanFileRules.LabelUnknown),
        ], ignoreOrder: true);
        rows[1].Problems.Select(p => (p.Column, p.Rule)).ShouldBe([(PlanColumn.Caption, PostRules.TooManyHashtags), (PlanColumn.Date, PostRules.SlotInThePast)], ignoreOrder: true);
        rows[2].Rules().ShouldBe([PlanFileRules.AltTextsTooMany, PostRules.ReelNeedsVideo, PostRules.CaptionTooLong], ignoreOrder: true);
        rows[3].Rules().ShouldBe([PostRules.SlotMissing]);
        rows[4].Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Rule.ShouldBe(PlanFileRules.TimeSkipped), p => p.Column.ShouldBe(PlanColumn.Time));
    }

    [Fact]
    public async Task What_may_not_go_out_may_be_a_draft_and_what_is_not_understood_may_not()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var rows = (await shop.Bring(Header + ",,,,Just an idea,,,,,\r\nnora.bakes,2026-11-01,18:00,,Too late,rye.jpg,,,,\r\nnora.bakes,soon,,,Buns,rye.jpg,,,,\r\n")).Rows;
        rows.Select(r => (r.MayBecome(ImportAs.Drafts), r.MayBecome(ImportAs.Scheduled))).ShouldBe([(true, false), (true, false), (false, false)]);
        var imports = studio.Get<PlanImports>();
        (await imports.Take(shop.Id, shop.Owner, rows[0], ImportAs.Drafts, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.State.ShouldBe(PostState.Draft);
        (await imports.Take(shop.Id, shop.Owner, rows[1], ImportAs.Scheduled, Ct)).ShouldBeOfType<PlanOutcome.Refused>();
        (await shop.Brought())!.Rows.Select(r => r.Row.Line).ShouldBe([3, 4], "what was not taken is kept");
        await using var db = shop.Open();
        (await db.Set<Post>().CountAsync(Ct)).ShouldBe(1, "of a refused row nothing is left behind");
    }

    [Fact]
    public async Task The_same_file_brings_nothing_twice_also_when_the_post_was_changed_meanwhile_or_two_send_it_at_once()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var imports = studio.Get<PlanImports>();
        var row = (await shop.Bring(Header + Good)).Rows[0];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => imports.Take(shop.Id, shop.Owner, row, ImportAs.Scheduled, Ct)));
        outcomes.OfType<PlanOutcome.Done>().ShouldHaveSingleItem();
        outcomes.OfType<PlanOutcome.Conflict>().ShouldAllBe(c => c.Rule == PostRules.AlreadyImported);
        var post = outcomes.OfType<PlanOutcome.Done>().Single().Post;
        await studio.Get<Planner>().Write(shop.Id, post.Id, post.Content with { Caption = "Rye, better said" }, shop.Owner, null, Ct);
        var again = (await shop.Bring(Header + Good)).Rows[0];
        (again.Known, again.MayBecome(ImportAs.Drafts)).ShouldBe((post.Id, false));
        await studio.Get<Planner>().Delete(shop.Id, post.Id, null, Ct);
        (await shop.Brought())!.Rows[0].Rules().ShouldBeEmpty("what was deleted may come again");
    }

    [Fact]
    public async Task Within_a_file_the_same_row_the_same_words_and_the_same_minute_are_told_apart()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var rows = (await shop.Bring(
            Header + Good + Good
            + "nora.bakes,2026-12-01,18:00,,Something else,rye.jpg,,,,\r\n"
            + "nora.bakes,2026-12-08,18:00,,Rye,rye.jpg,,,,\r\n")).Rows;
        rows[1].Rules().ShouldContain(PlanFileRules.SameRow);
        rows[2].Rules().ShouldBe([PlanFileRules.TimeSharedInFile]);
        rows[3].Rules().ShouldBe([PlanFileRules.SaidInFile]);
        rows[3].MayBecome(ImportAs.Scheduled).ShouldBeTrue();
    }

    [Fact]
    public async Task One_is_told_what_stands_at_that_minute_and_what_was_said_lately()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var rows = (await shop.Bring(Header + Good + "nora.bakes,2026-12-01,18:00,,Buns,rye.jpg,,,,\r\nnora.bakes,2026-12-09,18:00,,Rye,rye.jpg,,,,\r\n")).Rows;
        await Take(shop, rows[0]);
        var left = (await shop.Brought())!.Rows;
        left[0].Rules().ShouldBe([PlanFileRules.TimeShared, PlanFileRules.ShownBefore]);
        left[1].Rules().ShouldBe([PlanFileRules.SaidBefore, PlanFileRules.ShownBefore]);
        left[1].Problems[0].About.ShouldBe(["2026-12-01"]);
    }

    [Fact]
    public async Task One_is_told_of_a_post_within_a_quarter_of_an_hour_and_of_nearly_the_same_words()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var rows = (await shop.Bring(
            Header + "nora.bakes,2026-12-01,18:00,,Saffron buns out of the oven at seven,rye.jpg,,,,\r\n"
            + "nora.bakes,2026-12-01,18:10,,Something else,,,,,\r\nnora.bakes,2026-12-20,18:00,,Saffron buns out of the oven at seven #bread,,,,,\r\nnora.bakes,2027-03-01,18:00,,Saffron buns out of the oven at seven #bread,,,,,\r\n")).Rows;
        await Take(shop, rows[0]);
        var left = (await shop.Brought())!.Rows;
        Hint(left[0]).ShouldBe((PlanFileRules.TimeNear, 10));
        Hint(left[1]).ShouldBe((PlanFileRules.SaidAlike, "2026-12-01"));
        left[2].Rules().ShouldNotContain(PlanFileRules.SaidAlike, "three months later");

        static (string, object) Hint(CheckedRow row)
        {
            var hint = row.Problems.Single(p => p.Rule is PlanFileRules.TimeNear or PlanFileRules.SaidAlike);
            hint.Weight.ShouldBe(RowWeight.Hint);
            return (hint.Rule, hint.About[^1]);
        }
    }

    [Fact]
    public async Task Corrections_are_kept_and_ambiguous_dates_are_settled_together()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        await shop.Bring(Header + "nora.bakes,03/04/2027,18:00,,Rye,nothing.jpg,,,,\r\nnora.bakes,04/05/2027,18:00,,Buns,rye.jpg,,,,\r\n");
        var imports = studio.Get<PlanImports>();
        await imports.SettleDates(shop.Id, shop.Owner, dayFirst: true, Ct);
        (await imports.Correct(shop.Id, shop.Owner, 2, PlanColumn.Media, "rye.jpg", Ct)).ShouldBeTrue();
        (await imports.Correct(shop.Id, shop.Owner, 99, PlanColumn.Media, "rye.jpg", Ct)).ShouldBeFalse();
        var view = (await shop.Brought())!;
        view.Rows.ShouldAllBe(r => r.Problems.Count == 0);
        view.Rows.Select(r => r.Row[PlanColumn.Date]).ShouldBe(["2027-04-03", "2027-05-04"]);
        await imports.Drop(shop.Id, shop.Owner, Ct);
        (await shop.Brought()).ShouldBeNull();
        await imports.PutBack(view, view.Rows.Select(r => r.Row), Ct);
        (await shop.Brought())!.Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Names_of_another_workspace_and_of_another_member_mean_nothing_here()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var other = await studio.OpenWorkspace("Somebody else's");
        var rows = (await other.Bring(Header + Good)).Rows;
        rows[0].Rules().ShouldBe([PlanFileRules.AccountUnknown, PlanFileRules.MediaUnknown, PlanFileRules.LabelUnknown], ignoreOrder: true);
        (await shop.Brought()).ShouldBeNull();
        (await studio.Get<PlanImports>().Find(other.Id, PersonId.New(studio.Clock), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task An_ambiguous_name_of_a_picture_asks_for_its_id()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var second = await shop.Upload(TestPictures.Jpeg(1080, 1080, 30), "rye.jpg");
        (await shop.Bring(Header + Good)).Rows[0].Rules().ShouldBe([PlanFileRules.MediaAmbiguous]);
        (await shop.Bring(Header + Good.Replace("RYE.jpg", second.Id.ToString(), StringComparison.Ordinal))).Rows[0].Content.Items.Single().Media.ShouldBe(second.Id);
    }

    [Fact]
    public async Task A_plan_that_was_written_out_is_known_when_it_is_read_back_and_makes_the_same_posts_elsewhere_in_time()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        foreach (var row in (await shop.Bring(Header + Good + "nora.bakes,2026-12-02,18:00,story,,rye.jpg,,,,\r\n,,,,=Just @an idea,,,,,\r\n")).Rows)
            await Take(shop, row, row.At is null ? ImportAs.Drafts : ImportAs.Scheduled);
        var text = await shop.Export();
        text.ShouldContain("\"'=Just @an idea\"");
        var rows = (await shop.Bring(text)).Rows;
        rows.Count.ShouldBe(3);
        rows.ShouldAllBe(r => r.Known != null);
        var moved = (await shop.Bring(text.Replace("2026-12-01", "2027-01-01", StringComparison.Ordinal))).Rows[0];
        var copy = await shop.Read(await Take(shop, moved));
        var original = (await shop.Bring(Header + Good)).Rows[0].Known!.Value;
        await using var db = shop.Open();
        copy.Content.ShouldBe((await db.Set<Post>().SingleAsync(p => p.Id == original, Ct)).Content);
    }

    [Fact]
    public async Task What_is_written_out_is_what_is_looked_for_in_its_order_and_to_the_end()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await Shop(studio);
        var now = studio.Clock.GetUtcNow();
        var planner = studio.Get<Planner>();
        for (var i = 0; i < 205; i++)
            await planner.Draft(shop.Id, shop.Owner, PostContent.Empty with { Caption = $"Post {i:000}" }, now.AddMinutes(i / 3), Ct);
        await planner.Draft(shop.Id, shop.Owner, PostContent.Empty with { Caption = "Idea" }, null, Ct);
        var all = Captions(await shop.Export());
        all.Count.ShouldBe(206);
        all.Take(205).ShouldBe(Enumerable.Range(0, 205).Select(i => $"Post {i:000}"), ignoreOrder: true);
        all[^1].ShouldBe("Idea");
        Captions(await shop.Export(from: now.AddMinutes(1), until: now.AddMinutes(2))).ShouldBe(["Post 003", "Post 004", "Post 005"], ignoreOrder: true);
        Captions(await shop.Export(new PlanFilter(State: PostState.Scheduled))).ShouldBeEmpty();
    }

    [Fact]
    public void The_sample_reads_as_what_it_is_an_example_of()
    {
        var rows = PlanFile.Read(System.Text.Encoding.UTF8.GetBytes(PlanExport.Sample("nora.bakes", new DateOnly(2026, 12, 1)))).ShouldBeOfType<PlanFileReading.Rows>();
        rows.Unused.ShouldBeEmpty();
        rows.All.Select(r => r[PlanColumn.Kind]).ShouldBe(["post", "post", "reel", "story"]);
        rows.All[1].Several(PlanColumn.Media).Count.ShouldBe(3);
    }

    private static List<string> Captions(string text) =>
        PlanFile.Read(System.Text.Encoding.UTF8.GetBytes(text)) is PlanFileReading.Rows rows ? [.. rows.All.Select(r => r[PlanColumn.Caption])] : [];

    private static async Task<TestWorkspace> Shop(Tests.Studio.Studio studio)
    {
        var shop = await studio.OpenWorkspace();
        await shop.Connect("nora.bakes");
        await shop.Upload(TestPictures.Small, "rye.jpg");
        await shop.Label("Bread");
        return shop;
    }

    private static async Task<Post> Take(TestWorkspace shop, CheckedRow row, ImportAs wanted = ImportAs.Scheduled) =>
        (await shop.Studio.Get<PlanImports>().Take(shop.Id, shop.Owner, row, wanted, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
}
