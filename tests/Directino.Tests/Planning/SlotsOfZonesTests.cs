using System.Globalization;
using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Planning;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning;

/// <summary>Slots typed on the clock of an account's zone, kept through the night in which that clock changes.</summary>
public sealed class SlotsOfZonesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Europe/Lisbon", "2027-03-28 01:30", "2027-03-28 01:30")]
    [InlineData("America/New_York", "2027-03-14 02:30", "2027-03-14 07:30")]
    [InlineData("America/Santiago", "2027-04-03 23:30", "2027-04-04 02:30")]
    [InlineData("Australia/Lord_Howe", "2027-04-04 01:45", "2027-04-03 14:45")]
    [InlineData("Europe/Berlin", "2027-10-31 02:30", "2027-10-31 00:30")]
    [InlineData("Asia/Tehran", "2028-02-29 10:00", "2028-02-29 06:30")]
    [InlineData("Pacific/Kiritimati", "2027-01-01 00:00", "2026-12-31 10:00")]
    [InlineData("Pacific/Pago_Pago", "2026-12-31 23:59", "2027-01-01 10:59")]
    public async Task A_post_goes_out_when_the_clock_of_its_account_shows_its_time(string zone, string local, string utc)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var expected = Utc(utc);
        studio.Clock.Advance(expected.AddHours(-30) - studio.Clock.GetUtcNow());
        var shop = await studio.OpenWorkspace();
        var post = await shop.Draft(await ConnectIn(shop, zone), "On time");
        (await studio.Get<Planner>().Schedule(shop.Id, post.Id, Instant(local, zone), shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>().Post.Slot.ShouldBe(expected);

        await studio.PassTime(TimeSpan.FromHours(29));
        await studio.PassTime(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        studio.Sandbox.Journal("published").ShouldBeEmpty();
        await studio.PassTime(TimeSpan.FromSeconds(1));
        studio.Sandbox.Journal("published").ShouldHaveSingleItem().Time.ShouldBe(expected);
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }

    [Theory]
    [InlineData("America/Sao_Paulo", 7)]
    [InlineData("Asia/Kolkata", 15.5)]
    [InlineData("Pacific/Kiritimati", 24)]
    public async Task A_post_keeps_its_instant_when_its_account_moves_to_another_zone(string zone, double shown)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await ConnectIn(shop, "Europe/Lisbon");
        var slot = Instant("2026-11-26 10:00", "Europe/Lisbon");
        var post = await shop.Draft(account, "Moved");
        var planner = studio.Get<Planner>();
        await planner.Schedule(shop.Id, post.Id, slot, shop.Owner, null, Ct);
        (await studio.Get<AccountDesk>().SetTimeZone(shop.Id, account.Id, zone, Ct)).ShouldBeTrue();

        // Shown on the new clock, the same instant; moved to another day, it keeps what that clock shows.
        var there = LocalTime.Zone(zone);
        var card = (await studio.Get<PlanReader>().Between(shop.Id, slot, slot.AddMinutes(1), new PlanFilter(account.Id), Ct)).ShouldHaveSingleItem();
        (card.At, card.TimeZone).ShouldBe((slot, zone));
        var local = LocalTime.Of(slot, there);
        local.ShouldBe(new DateTime(2026, 11, 26, 0, 0, 0, DateTimeKind.Unspecified).AddHours(shown));
        var moved = LocalTime.OnDate(slot, DateOnly.FromDateTime(local).AddDays(1), there);
        (await planner.Move(shop.Id, post.Id, moved, shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        LocalTime.Of((await shop.Read(post)).Slot!.Value, there).ShouldBe(local.AddDays(1));

        await studio.PassTime(moved - studio.Clock.GetUtcNow() - TimeSpan.FromMinutes(6));
        await studio.PassTime(TimeSpan.FromMinutes(6) - TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        studio.Sandbox.Journal("published").ShouldBeEmpty();
        await studio.PassTime(TimeSpan.FromSeconds(1));
        studio.Sandbox.Journal("published").ShouldHaveSingleItem().Time.ShouldBe(moved);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Europe/Lisbon")]
    [InlineData("America/St_Johns")]
    [InlineData("Pacific/Pago_Pago")]
    public async Task A_month_has_its_last_minute_and_not_the_next_ones_first(string zone)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await ConnectIn(shop, zone);
        foreach (var time in new[] { "2026-11-30 23:59", "2026-12-01 00:00", "2026-12-31 23:59", "2027-01-01 00:00" })
        {
            var draft = await shop.Draft(PostContent.Empty with { Account = account.Id, Caption = time });
            await studio.Get<Planner>().Propose(shop.Id, draft.Id, Instant(time, zone), shop.Owner, null, Ct);
        }

        var month = await studio.Get<PlanReader>().Between(shop.Id, Instant("2026-12-01 00:00", zone), Instant("2027-01-01 00:00", zone), new PlanFilter(account.Id), Ct);
        month.Select(p => p.Beginning).ShouldBe(["2026-12-01 00:00", "2026-12-31 23:59"]);
        month.ShouldAllBe(p => LocalTime.Of(p.At!.Value, LocalTime.Zone(zone)).Month == 12);
    }

    [Fact]
    public async Task Of_a_full_day_the_calendar_reads_what_it_shows_and_counts_the_rest()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await ConnectIn(shop, "Asia/Tokyo");
        foreach (var time in new[] { "2026-12-04 23:59", "2026-12-05 00:00", "2026-12-05 00:01", "2026-12-05 00:02", "2026-12-05 23:59" })
        {
            var draft = await shop.Draft(PostContent.Empty with { Account = account.Id, Caption = time });
            await studio.Get<Planner>().Propose(shop.Id, draft.Id, Instant(time, "Asia/Tokyo"), shop.Owner, null, Ct);
        }

        var (from, until) = (Instant("2026-12-01 00:00", "UTC"), Instant("2026-12-31 00:00", "UTC"));
        var days = await studio.Get<PlanReader>().Days(shop.Id, from, until, "UTC", day => day.Day == 5 ? 3 : 1, null, Ct);
        days.Keys.Order().ShouldBe([new(2026, 12, 4), new(2026, 12, 5)]);
        (days[new(2026, 12, 4)].Count, days[new(2026, 12, 5)].Count).ShouldBe((1, 4));
        days[new(2026, 12, 4)].Posts.ShouldHaveSingleItem().Beginning.ShouldBe("2026-12-04 23:59");
        days[new(2026, 12, 5)].Posts.Select(p => p.Beginning).ShouldBe(["2026-12-05 00:00", "2026-12-05 00:01", "2026-12-05 00:02"]);
        (await studio.Get<PlanReader>().Days(shop.Id, from, until, "UTC", _ => 3, new PlanFilter(State: PostState.Failed), Ct)).ShouldBeEmpty();
    }

    private static async Task<ConnectedAccount> ConnectIn(TestWorkspace shop, string zone)
    {
        var account = await shop.Connect("nora.bakes");
        (await shop.Studio.Get<AccountDesk>().SetTimeZone(shop.Id, account.Id, zone, Ct)).ShouldBeTrue();
        return account;
    }

    private static DateTimeOffset Instant(string local, string zone)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return LocalTime.ToInstant(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time), LocalTime.Zone(zone)).Instant;
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
