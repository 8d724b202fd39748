using System.Globalization;
using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Ledger;
using Directino.Media;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Planning.Series;
using Directino.Tests.Planning.Approvals;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning.Series;

/// <summary>What a series makes of its posts, and what people do with them. The clock starts on Tuesday, 24 November 2026, at 09:00 in Lisbon.</summary>
public sealed class SeriesTests
{
    private static readonly DateOnly Friday = new(2026, 11, 27);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_days_become_ordinary_posts_five_weeks_ahead_and_go_out_at_their_time()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var series = await shop.Repeat(await shop.Connect("nora.bakes"), SeriesInStudio.Weekly(Friday, DayOfWeek.Friday), "Bread of {weekday}, {date}");
        (await shop.Plan()).ShouldBe(
        [
            "11-27 18:00 Bread of Friday, 27 November Scheduled", "12-04 18:00 Bread of Friday, 4 December Scheduled", "12-11 18:00 Bread of Friday, 11 December Scheduled",
            "12-18 18:00 Bread of Friday, 18 December Scheduled", "12-25 18:00 Bread of Friday, 25 December Scheduled",
        ]);
        // Looking again changes nothing.
        var before = await shop.Posts();
        await studio.Get<SeriesKeeper>().Tend(shop.Id, series.Id, Ct);
        (await shop.Posts()).Select(p => (p.Id, p.Version)).ShouldBe(before.Select(p => (p.Id, p.Version)));

        await studio.PassTime(TimeSpan.FromDays(8), TimeSpan.FromHours(1));
        studio.Sandbox.Journal("published").ShouldHaveSingleItem();
        (await shop.Plan()).Select(p => p[..5]).ShouldBe(["11-27", "12-04", "12-11", "12-18", "12-25", "01-01"]);
    }

    [Theory]
    [InlineData("Europe/Lisbon", "2027-03-28", "01:30", "03-27 01:30 03-28 02:30 03-29 01:30")]
    [InlineData("Europe/Lisbon", "2027-10-31", "01:30", "10-30 01:30 10-31 01:30 11-01 01:30")]
    [InlineData("America/New_York", "2027-03-14", "02:30", "03-13 02:30 03-14 03:30 03-15 02:30")]
    [InlineData("Australia/Lord_Howe", "2027-10-03", "02:15", "10-02 02:15 10-03 02:45 10-04 02:15")]
    [InlineData("Pacific/Kiritimati", "2027-01-01", "00:00", "12-31 00:00 01-01 00:00 01-02 00:00")]
    [InlineData("Asia/Tehran", "2028-02-29", "10:00", "02-28 10:00 02-29 10:00 03-01 10:00")]
    public async Task Around_the_night_in_which_a_clock_changes_a_year_ends_or_a_leap_day_comes_each_day_has_its_post(string zone, string middle, string time, string shown)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var day = DateOnly.Parse(middle, CultureInfo.InvariantCulture);
        studio.Clock.Advance(LocalTime.ToInstant(day.AddDays(-3), new TimeOnly(12, 0), LocalTime.Zone(zone)).Instant - studio.Clock.GetUtcNow());
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        (await studio.Get<AccountDesk>().SetTimeZone(shop.Id, account.Id, zone, Ct)).ShouldBeTrue();
        await shop.Repeat(account, new RepeatRule { First = day.AddDays(-1), Times = 3 }, time: time);
        string.Join(' ', (await shop.Plan(zone)).Select(p => p[..11])).ShouldBe(shown);
    }

    [Fact]
    public async Task When_its_account_moves_to_another_zone_its_posts_follow_that_clock_and_none_is_there_twice()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await shop.Repeat(account, new RepeatRule { First = Friday, Times = 4 }, "Rye, {time}");
        var posts = await shop.Posts();
        var moved = posts[1].Slot!.Value.AddHours(2);
        await studio.Get<Planner>().Move(shop.Id, posts[1].Id, moved, shop.Owner, null, Ct);
        foreach (var zone in (string[])["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata"])
        {
            await studio.Get<AccountDesk>().SetTimeZone(shop.Id, account.Id, zone, Ct);
            await studio.Settle();
            var now = await shop.Posts();
            now.Select(p => p.Id).ShouldBe(posts.Select(p => p.Id), ignoreOrder: true);
            now.Where(p => p.Id != posts[1].Id).Select(p => $"{LocalTime.Of(p.Slot!.Value, LocalTime.Zone(zone)):MM-dd HH:mm} {p.Caption}")
                .ShouldBe(["11-27 18:00 Rye, 18:00", "11-29 18:00 Rye, 18:00", "11-30 18:00 Rye, 18:00"]);
            // What somebody moved by hand keeps its instant.
            now.Single(p => p.Id == posts[1].Id).Slot.ShouldBe(moved);
        }
    }

    [Fact]
    public async Task Two_processes_and_a_killed_one_make_each_day_once()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var series = await shop.Repeat(account, new RepeatRule { First = Friday, Times = 6 });
        var book = studio.Get<SeriesBook>();
        await book.Pause(shop.Id, series.Id, true, Ct);
        (await shop.Posts()).ShouldBeEmpty();
        await book.Pause(shop.Id, series.Id, false, Ct);

        // As a killed process leaves it: posts of some days only, one of them with its day on the way out.
        foreach (var post in (await shop.Posts()).Skip(2).Take(2))
        {
            await studio.Get<Planner>().Delete(shop.Id, post.Id, null, Ct);
            await using var db = shop.Open();
            await db.Set<SeriesDay>().Where(d => d.PostId == post.Id).ExecuteDeleteAsync(Ct);
        }

        await using (var db = shop.Open())
            await db.Set<SeriesDay>().Where(d => d.Date == Friday).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, SeriesDayState.Leaving), Ct);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => studio.Get<SeriesKeeper>().Tend(shop.Id, series.Id, Ct)));
        await studio.Get<SeriesKeeper>().Tend(shop.Id, series.Id, Ct);
        (await shop.Plan()).Select(p => p[..5]).ShouldBe(["11-27", "11-28", "11-29", "11-30", "12-01", "12-02"]);
        (await shop.Look(series)).Days.ShouldAllBe(d => d.Fate == SeriesFate.Planned);
    }

    [Fact]
    public async Task What_somebody_changed_moved_withdrew_or_deleted_is_theirs_and_the_rest_follows_the_series()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var series = await shop.Repeat(await shop.Connect("nora.bakes"), new RepeatRule { First = Friday, Times = 6 });
        var posts = await shop.Posts();
        var planner = studio.Get<Planner>();
        await shop.Rewrite(posts[0], "Only today");
        await planner.Move(shop.Id, posts[1].Id, posts[1].Slot!.Value.AddHours(1), shop.Owner, null, Ct);
        await planner.Withdraw(shop.Id, posts[2].Id, null, Ct);
        await planner.Delete(shop.Id, posts[3].Id, null, Ct);
        (await shop.Look(series)).Days.Select(d => d.Fate)
            .ShouldBe([SeriesFate.Changed, SeriesFate.Changed, SeriesFate.Changed, SeriesFate.Skipped, SeriesFate.Planned, SeriesFate.Planned]);

        await shop.Change(series, s => s with { Content = s.Content with { Caption = "Spelt" }, Time = new TimeOnly(9, 30) });
        (await shop.Plan()).ShouldBe(
        [
            "11-27 18:00 Only today Scheduled", "11-28 19:00 Rye Scheduled", "11-29 18:00 Rye Draft", "12-01 09:30 Spelt Scheduled", "12-02 09:30 Spelt Scheduled",
        ]);
        (await shop.Posts())[^1].Id.ShouldBe(posts[5].Id);
    }

    [Fact]
    public async Task What_one_post_says_is_taken_for_all_that_follow_it_and_those_before_stay()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var series = await shop.Repeat(await shop.Connect("nora.bakes"), new RepeatRule { First = Friday, Times = 5 });
        var posts = await shop.Posts();
        await shop.Rewrite(posts[2], "Spelt");
        var book = studio.Get<SeriesBook>();
        (await book.Follow(shop.Id, posts[2].Id, shop.Owner, Ct)).ShouldBeOfType<SeriesOutcome.Done>();
        (await shop.Posts()).Select(p => p.Caption).ShouldBe(["Rye", "Rye", "Spelt", "Spelt", "Spelt"]);
        (await shop.Look(series)).Days.ShouldAllBe(d => d.Fate == SeriesFate.Planned);
        var lone = await shop.Draft(series.Content);
        (await book.Follow(shop.Id, lone.Id, shop.Owner, Ct)).ShouldBe(new SeriesOutcome.Refused(SeriesRules.NotOfSeries));
    }

    [Fact]
    public async Task A_day_is_skipped_and_comes_back()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var series = await shop.Repeat(await shop.Connect("nora.bakes"), new RepeatRule { First = Friday, Every = 7 });
        var book = studio.Get<SeriesBook>();
        var far = Friday.AddDays(70);
        foreach (var day in (DateOnly[])[Friday.AddDays(7), far])
            (await book.Skip(shop.Id, series.Id, day, true, Ct)).ShouldBeOfType<SeriesOutcome.Done>();
        (await book.Skip(shop.Id, series.Id, Friday.AddDays(8), true, Ct)).ShouldBe(new SeriesOutcome.Refused(SeriesRules.NotItsDay));
        (await shop.Plan()).Select(p => p[..5]).ShouldBe(["11-27", "12-11", "12-18", "12-25"]);
        (await shop.Look(series)).Days.Where(d => d.Fate == SeriesFate.Skipped).Select(d => d.Date).ShouldBe([Friday.AddDays(7), far]);
        await book.Skip(shop.Id, series.Id, Friday.AddDays(7), false, Ct);
        (await shop.Plan()).Select(p => p[..5]).ShouldBe(["11-27", "12-04", "12-11", "12-18", "12-25"]);
        // Somebody who deletes its post skips it, too, and it can come back the same way.
        await studio.Get<Planner>().Delete(shop.Id, (await shop.Posts())[0].Id, null, Ct);
        await studio.Get<SeriesKeeper>().Tend(shop.Id, series.Id, Ct);
        (await shop.Posts()).Count.ShouldBe(4);
        await book.Skip(shop.Id, series.Id, Friday, false, Ct);
        (await shop.Posts()).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Paused_or_ended_nothing_of_it_comes_but_what_somebody_changed_and_what_passed_meanwhile_does_not_come_back()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var series = await shop.Repeat(await shop.Connect("nora.bakes"), new RepeatRule { First = Friday, Every = 7 });
        var book = studio.Get<SeriesBook>();
        await shop.Rewrite((await shop.Posts())[1], "By hand");
        await book.Pause(shop.Id, series.Id, true, Ct);
        (await shop.Plan()).ShouldBe(["12-04 18:00 By hand Scheduled"]);
        await studio.PassTime(TimeSpan.FromDays(17), TimeSpan.FromHours(6));
        await book.Pause(shop.Id, series.Id, false, Ct);
        (await shop.Plan()).Select(p => p[..5]).ShouldBe(["12-04", "12-11", "12-18", "12-25", "01-01", "01-08"]);
        (await shop.Look(series)).Passed.ShouldBeEmpty();

        await book.End(shop.Id, series.Id, true, Ct);
        (await shop.Posts()).Count.ShouldBe(1);
        (await shop.Look(series)).Days.ShouldBeEmpty();
        await book.End(shop.Id, series.Id, false, Ct);
        (await shop.Posts()).Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_day_whose_time_passed_while_nothing_ran_is_kept_as_such_and_nothing_goes_out_late()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var series = await shop.Repeat(await shop.Connect("nora.bakes"), new RepeatRule { First = Friday, Every = 30 });
        studio.Clock.Advance(TimeSpan.FromDays(70));
        await studio.Settle();
        (await shop.Look(series)).Passed.ShouldBe([Friday.AddDays(60)]);
        (await shop.Posts()).Where(p => p.State == PostState.Scheduled).ShouldHaveSingleItem().Slot.ShouldBe(new DateTimeOffset(2027, 2, 25, 18, 0, 0, TimeSpan.Zero));
        studio.Sandbox.Journal("published").ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_posts_wait_for_a_word_each_of_its_posts_asks_and_goes_out_only_with_it()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var mia = await shop.AddMember("Mia");
        await shop.Demand(ApprovalKind.OneOf, mia);
        await shop.Repeat(await shop.Connect("nora.bakes"), new RepeatRule { First = Friday, Times = 2 });
        var posts = await shop.Posts();
        posts.ShouldAllBe(p => p.Approval == ApprovalState.Waiting);
        await shop.Approve(posts[1], mia);
        await studio.PassTime(TimeSpan.FromDays(5), TimeSpan.FromMinutes(30));
        (await shop.Posts()).Select(p => p.State).ShouldBe([PostState.Missed, PostState.Published]);
        studio.Sandbox.Journal("published").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_stands_in_the_way_makes_drafts_that_say_why_and_are_scheduled_when_it_is_gone()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var series = await shop.Repeat(account, new RepeatRule { First = Friday, Every = 7 });
        await studio.Get<AccountDesk>().Switch(shop.Id, account.Id, Capability.Publish, false, Ct);
        await studio.PassTime(TimeSpan.FromDays(8), TimeSpan.FromHours(6));
        var view = await shop.Look(series);
        var held = view.Days.Single(d => d.Fate == SeriesFate.Held);
        (held.Date, held.State, held.Objection).ShouldBe((Friday.AddDays(35), PostState.Draft, GateRules.SwitchedOff));
        await studio.Get<AccountDesk>().Switch(shop.Id, account.Id, Capability.Publish, true, Ct);
        await studio.PassTime(TimeSpan.FromHours(7), TimeSpan.FromHours(1));
        var after = (await shop.Look(series)).Days.Single(d => d.Date == held.Date);
        (after.Fate, after.State, after.Objection).ShouldBe((SeriesFate.Planned, PostState.Scheduled, null));
    }

    [Fact]
    public async Task A_series_that_could_never_be_is_refused_with_its_reason()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var words = await shop.Words(account, "Rye");
        var book = studio.Get<SeriesBook>();
        var daily = new RepeatRule { First = Friday };
        async Task<SeriesOutcome> Start(PostContent content, RepeatRule rule, string language = "en") =>
            await book.Start(shop.Id, shop.Owner, new NewSeries(content, language, rule, new TimeOnly(18, 0)), null, Ct);
        (await Start(words, daily with { Until = Friday.AddDays(-1) })).ShouldBe(new SeriesOutcome.Refused(SeriesRules.UntilBeforeFirst));
        (await Start(words, daily with { First = new(2026, 11, 1), Times = 3 })).ShouldBe(new SeriesOutcome.Refused(SeriesRules.NothingToCome));
        (await Start(words, daily, "tlh")).ShouldBe(new SeriesOutcome.Refused(SeriesRules.UnknownLanguage));
        (await Start(words with { Caption = "At {place}" }, daily)).ShouldBeOfType<SeriesOutcome.Refused>().Rule.ShouldBe(SeriesRules.Lacking);
        (await Start(words with { Account = null }, daily)).ShouldBeOfType<SeriesOutcome.Objected>().Objections[0].Rule.ShouldBe(PostRules.AccountMissing);
        (await Start(words with { Items = [] }, daily)).ShouldBeOfType<SeriesOutcome.Objected>();
        (await shop.Posts()).ShouldBeEmpty();
        var other = await studio.OpenWorkspace("Somebody else's");
        var mine = await shop.Repeat(account, daily);
        (await studio.Get<SeriesReader>().Find(other.Id, mine.Id, Ct)).ShouldBeNull();
        (await book.Pause(other.Id, mine.Id, true, Ct)).ShouldBe(new SeriesOutcome.Refused(PostRules.NotThere));
    }

    [Fact]
    public async Task The_post_it_is_begun_from_is_its_first_and_its_pictures_stay_in_the_library()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var draft = await shop.Draft(account, "Rye on {weekday}");
        var planner = studio.Get<Planner>();
        await planner.Propose(shop.Id, draft.Id, new DateTimeOffset(2026, 11, 27, 18, 0, 0, TimeSpan.Zero), shop.Owner, null, Ct);
        var wanted = new NewSeries(draft.Content, "en", new RepeatRule { First = Friday, Times = 2 }, new TimeOnly(18, 0));
        var series = (await studio.Get<SeriesBook>().Start(shop.Id, shop.Owner, wanted, draft.Id, Ct)).ShouldBeOfType<SeriesOutcome.Done>().Series;
        (await shop.Plan()).ShouldBe(["11-27 18:00 Rye on Friday Scheduled", "11-28 18:00 Rye on Saturday Scheduled"]);
        (await shop.Posts())[0].Id.ShouldBe(draft.Id);
        (await studio.Get<SeriesReader>().Of(shop.Id, draft.Id, Ct)).ShouldNotBeNull().Series.Id.ShouldBe(series.Id);

        foreach (var post in await shop.Posts())
            await planner.Delete(shop.Id, post.Id, null, Ct);
        await using var db = shop.Open();
        var uses = await studio.Get<IEnumerable<IMediaUse>>().Single().Count([.. series.Media], db, Ct);
        uses[series.Media[0]].Scheduled.ShouldBe(1);
    }
}
