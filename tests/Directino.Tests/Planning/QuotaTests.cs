using Directino.Accounts;
using Directino.Media;
using Directino.Planning;
using Directino.Planning.Quotas;
using Directino.Publishing;
using Directino.Sandbox.Faults;
using Directino.Tests.Media;
using Directino.Tests.Publishing;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning;

/// <summary>A post that cannot fit into what Instagram brings out within a day is refused when it is planned.</summary>
public sealed class QuotaTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_cannot_fit_is_refused_with_the_next_time_that_can_take_it()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        studio.Sandbox.Options.QuotaTotal = 2;
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var first = await shop.Schedule(account, "One", 30 * Hour);
        await shop.Schedule(account, "Two", 31 * Hour);
        var third = await shop.Draft(account, "Three");
        var full = (await Try(shop, third, first.Slot!.Value + Hour)).ShouldBeOfType<PlanOutcome.Refused>();
        var objection = full.Objections.ShouldHaveSingleItem();
        (objection.Field, objection.Rule).ShouldBe((PostField.Slot, PostRules.QuotaFull));
        full.NextTime.ShouldBe(Minute(first.Slot!.Value.AddDays(1)));
        (await shop.Read(third)).State.ShouldBe(PostState.Draft);

        (await Try(shop, third, full.NextTime!.Value)).ShouldBeOfType<PlanOutcome.Done>();
        // Neither may the first be moved to where it would be one too many with two later ones.
        (await Try(shop, first, first.Slot!.Value + (20 * Hour))).ShouldBeOfType<PlanOutcome.Refused>();
        (await Try(shop, first, first.Slot!.Value - Hour)).ShouldBeOfType<PlanOutcome.Done>();
        (await Try(shop, await shop.Draft(account, "Four"), first.Slot!.Value + (10 * Hour))).ShouldBeOfType<PlanOutcome.Refused>();
    }

    [Fact]
    public async Task A_post_stays_where_it_is_and_drafts_take_nothing()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        studio.Sandbox.Options.QuotaTotal = 2;
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var one = await shop.Schedule(account, "One", 3 * Hour);
        var two = await shop.Schedule(account, "Two", 4 * Hour);
        var draft = await shop.Draft(account, "A thought");
        (await studio.Get<Planner>().Propose(shop.Id, draft.Id, two.Slot, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        (await Try(shop, one, one.Slot!.Value)).ShouldBeOfType<PlanOutcome.Done>();
        (await studio.Get<Planner>().Write(shop.Id, two.Id, two.Content with { Caption = "Two, better said" }, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        // Instagram takes less than it did: what is planned is not broken by a correction of its words.
        studio.Sandbox.Options.QuotaTotal = 1;
        await studio.PassTime(TimeSpan.FromMinutes(2));
        (await studio.Get<Planner>().Write(shop.Id, two.Id, two.Content with { Caption = "Two, again" }, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        (await Try(shop, two, two.Slot!.Value)).ShouldBeOfType<PlanOutcome.Done>();
        (await Try(shop, two, two.Slot!.Value.AddMinutes(1))).ShouldBeOfType<PlanOutcome.Refused>();
    }

    [Fact]
    public async Task Every_kind_counts_as_one_and_every_account_for_itself()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        studio.Sandbox.Options.QuotaTotal = 2;
        var shop = await studio.OpenWorkspace();
        var (nora, lena) = (await shop.Connect("nora.bakes"), await shop.Connect("studio.terra"));
        shop.LendMedia();
        var pictures = new List<MediaItem>();
        for (var i = 0; i < 3; i++)
            pictures.Add(await shop.Upload(TestPictures.Jpeg(1080, 1080 + i)));
        var carousel = await shop.Draft(PostContent.Empty with { Account = nora.Id, Items = [.. pictures.Select(p => new ItemContent(p.Id))], Caption = "Three loaves" });
        var story = await shop.Draft(PostContent.Empty with { Account = nora.Id, Kind = PostKind.Story, Items = [new ItemContent(pictures[0].Id)] });
        var at = studio.Clock.GetUtcNow() + (5 * Hour);
        (await Try(shop, carousel, at)).ShouldBeOfType<PlanOutcome.Done>();
        (await Try(shop, story, at)).ShouldBeOfType<PlanOutcome.Done>();
        var third = await shop.Draft(nora, "A third");
        (await Try(shop, third, at)).ShouldBeOfType<PlanOutcome.Refused>();

        // Given to another account it fits, and back it does not.
        var planner = studio.Get<Planner>();
        third = (await planner.Write(shop.Id, third.Id, third.Content with { Account = lena.Id }, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post;
        (await Try(shop, third, at)).ShouldBeOfType<PlanOutcome.Done>();
        (await planner.Write(shop.Id, third.Id, third.Content with { Account = nora.Id }, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Refused>()
            .Objections[0].Rule.ShouldBe(PostRules.QuotaFull);
        (await shop.Read(third)).AccountId.ShouldBe(lena.Id);
    }

    [Fact]
    public async Task What_other_programs_published_counts_as_long_as_it_is_in_the_window()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        studio.Sandbox.Options.QuotaTotal = 1;
        var shop = await studio.OpenWorkspace();
        var agency = await studio.OpenWorkspace("Agency");
        await agency.Watch(await agency.PublishNow(await agency.Connect("nora.bakes"), "The only one today"));
        var out1 = studio.Clock.GetUtcNow();
        var account = await shop.Connect("nora.bakes");
        var post = await shop.Draft(account, "Rye");
        (await studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Refused>();
        var full = (await Try(shop, post, out1 + (3 * Hour))).ShouldBeOfType<PlanOutcome.Refused>();
        full.NextTime.ShouldNotBeNull().ShouldBeInRange(out1.AddDays(1).AddMinutes(-2), out1.AddDays(1).AddMinutes(2));
        // A day after it is out of the window, long before that of our own reading is over.
        await studio.PassTime(6 * Hour, Hour);
        (await Try(shop, post, out1.AddDays(1).AddMinutes(1))).ShouldBeOfType<PlanOutcome.Done>();
        studio.Published().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task While_Instagram_does_not_answer_what_it_said_last_holds_and_what_it_never_said_forbids_nothing()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        studio.Sandbox.Options.QuotaTotal = 1;
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        studio.Sandbox.Faults.Set(new Fault { Call = "content_publishing_limit", Kind = FaultKind.Error, Code = 2, Times = 1 });
        var first = await shop.Schedule(account, "One", 3 * Hour);
        await shop.Schedule(account, "Two days on", 51 * Hour);
        studio.Sandbox.Faults.Set(new Fault { Call = "content_publishing_limit", Kind = FaultKind.Error, Code = 2, Times = 5 });
        await studio.PassTime(TimeSpan.FromMinutes(2));
        (await Try(shop, await shop.Draft(account, "Beside the first"), first.Slot!.Value + Hour)).ShouldBeOfType<PlanOutcome.Refused>();
    }

    [Theory]
    // The day of 23 hours in Lisbon, and that of 25: a post at half past eleven in the evening belongs to its own.
    [InlineData("2027-03-28", "2027-03-28T22:30:00Z", true)]
    [InlineData("2027-03-28", "2027-03-28T23:30:00Z", false)]
    [InlineData("2027-10-31", "2027-10-30T23:30:00Z", true)]
    [InlineData("2027-10-31", "2027-10-31T23:30:00Z", true)]
    [InlineData("2027-10-31", "2027-11-01T00:00:00Z", false)]
    public async Task Days_are_those_of_the_accounts_clock(string day, string at, bool counts)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await using (var db = shop.Open())
            await db.Set<ConnectedAccount>().ExecuteUpdateAsync(a => a.SetProperty(x => x.TimeZone, "Europe/Lisbon"), Ct);
        (await Try(shop, await shop.Draft(account, "Rye"), DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))).ShouldBeOfType<PlanOutcome.Done>();
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var days = await studio.Get<QuotaReader>().Days(shop.Id, null, date, date.AddDays(1), Ct);
        days[date].Select(d => (d.Planned, d.Fullest, d.Quota.Total)).ShouldBe(counts ? [(1, 1, 50)] : []);
    }

    [Fact]
    public async Task The_calendar_knows_how_full_days_are_without_asking_again_and_asks_once_an_hour()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        studio.Sandbox.Options.QuotaTotal = 3;
        var shop = await studio.OpenWorkspace();
        var (nora, lena) = (await shop.Connect("nora.bakes"), await shop.Connect("studio.terra"));
        var (reader, limits) = (studio.Get<QuotaReader>(), studio.Get<PublishingLimits>());
        var today = DateOnly.FromDateTime(studio.Clock.GetUtcNow().UtcDateTime);
        (await reader.Days(shop.Id, null, today, today.AddDays(7), Ct)).ShouldBeEmpty();
        (await limits.Refresh(shop.Id, null, Ct)).ShouldBeTrue();
        (await limits.Refresh(shop.Id, null, Ct)).ShouldBeFalse();
        for (var i = 0; i < 3; i++)
            await shop.Schedule(nora, $"Post {i}", 48 * Hour);
        await shop.Schedule(lena, "A bowl", 48 * Hour);
        var days = (await reader.Days(shop.Id, null, today, today.AddDays(7), Ct))[today.AddDays(2)].ToList();
        days.Select(d => (d.Username, d.Planned, d.IsFull)).ShouldBe([("nora.bakes", 3, true), ("studio.terra", 1, false)]);
        (await reader.Days(shop.Id, lena.Id, today, today.AddDays(7), Ct)).SelectMany(d => d).ShouldHaveSingleItem().Username.ShouldBe("studio.terra");
        // The morning after is taken by what went out the evening before, until it has left the window.
        (await reader.Days(shop.Id, nora.Id, today, today.AddDays(7), Ct))[today.AddDays(3)].Select(d => (d.Planned, d.IsFull)).ShouldBe([(0, true)]);
        await studio.PassTime(TimeSpan.FromMinutes(61), Hour);
        (await limits.Refresh(shop.Id, nora.Id, Ct)).ShouldBeTrue();
    }

    private static Task<PlanOutcome> Try(TestWorkspace shop, Post post, DateTimeOffset at) =>
        shop.Studio.Get<Planner>().Schedule(shop.Id, post.Id, at, shop.Owner, null, Ct);

    private static DateTimeOffset Minute(DateTimeOffset at) => at.UtcTicks % TimeSpan.TicksPerMinute is var past and > 0 ? at.AddTicks(TimeSpan.TicksPerMinute - past) : at;
}
