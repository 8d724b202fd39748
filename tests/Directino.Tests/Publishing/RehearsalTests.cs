using Directino.Accounts;
using Directino.Instagram;
using Directino.Ledger;
using Directino.Mail;
using Directino.Media;
using Directino.Media.Reach;
using Directino.Planning;
using Directino.Publishing;
using Directino.Tests.Media.Reach;
using Directino.Tests.Planning;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Publishing;

/// <summary>A day and an hour before its slot it is looked whether a post will go out.</summary>
public sealed class RehearsalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_in_its_way_nothing_said()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromHours(30));
        await studio.PassTime(TimeSpan.FromHours(29.5), TimeSpan.FromHours(1));
        (await shop.Read(post)).Reason.ShouldBeNull();
        (await Letters(studio)).ShouldBeEmpty();
        await studio.PassTime(TimeSpan.FromHours(0.5), TimeSpan.FromMinutes(1));
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
    }

    [Fact]
    public async Task What_stands_in_the_way_a_day_before_is_told_once_and_forgotten_when_it_is_mended()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var post = await shop.Schedule(account, "Rye", TimeSpan.FromHours(30));
        await Change(shop, account, a => a.State = AccountState.NeedsLogin);
        await studio.PassTime(TimeSpan.FromHours(5.9));
        (await shop.Read(post)).Reason.ShouldBeNull();

        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        ((await shop.Read(post)).State, (await shop.Read(post)).Reason).ShouldBe((PostState.Scheduled, GateRules.NeedsLogin));
        var letter = (await Letters(studio)).ShouldHaveSingleItem();
        letter.Subject.ShouldContain("nora.bakes");
        letter.Text.ShouldContain("must be connected again");
        letter.Text.ShouldContain($"/plan/posts/{post.Id}");

        await Change(shop, account, a => a.State = AccountState.Connected);
        await studio.PassTime(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(5));
        (await shop.Read(post)).Reason.ShouldBeNull();
        await studio.PassTime(TimeSpan.FromHours(22), TimeSpan.FromMinutes(10));
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
        (await Letters(studio)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_ends_before_the_slot_is_seen()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var post = await shop.Schedule(account, "Rye", TimeSpan.FromHours(3));
        await Change(shop, account, a => a.TokenExpiresAt = post.Slot!.Value.AddMinutes(-10));
        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        (await shop.Read(post)).Reason.ShouldBe(PublishingReasons.TokenEnds);
    }

    [Fact]
    public async Task A_permission_that_was_taken_back_is_seen()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var post = await shop.Schedule(account, "Rye", TimeSpan.FromHours(3));
        await Change(shop, account, a => a.Reconnect(InstagramLogin.Instagram, null, ["instagram_business_basic"], studio.Clock.GetUtcNow(), null));
        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        (await shop.Read(post)).Reason.ShouldBe(GateRules.ScopeMissing);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_seen()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromHours(3));
        await using (var db = shop.Open())
        {
            var item = post.Items[0].MediaId;
            await db.Set<MediaItem>().Where(m => m.Id == item).ExecuteUpdateAsync(s => s.SetProperty(m => m.Key, "nowhere"), Ct);
        }

        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        (await shop.Read(post)).Reason.ShouldBe(PublishingReasons.PictureGone);
    }

    [Fact]
    public async Task A_file_that_instagram_cannot_fetch_is_told_and_forgotten_once_the_way_to_it_is_free()
    {
        await using var door = new Doorman();
        await using var studio = await ReachInStudio.Open(door.Address);
        var shop = await studio.OpenWorkspace();
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromHours(3));
        door.Say("HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic\nContent-Length: 0");
        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        var waiting = await shop.Read(post);
        (waiting.State, waiting.Reason, waiting.ReasonDetail).ShouldBe((PostState.Scheduled, ReachRules.Password, "401"));
        var letter = (await Letters(studio)).ShouldHaveSingleItem();
        letter.Text.ShouldContain("asks for a password");
        letter.Text.ShouldContain("docs/connecting.md");

        await using (var db = shop.Open())
            door.Lend(await studio.Lent(await db.Set<MediaItem>().AsNoTracking().SingleAsync(Ct)));
        await studio.PassTime(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(5));
        (await shop.Read(post)).Reason.ShouldBeNull();
        await studio.PassTime(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));
        (await shop.Read(post)).State.ShouldBe(PostState.Published);
        (await Letters(studio)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task More_posts_than_a_day_allows_are_seen_a_day_before_and_the_first_of_them_are_not_blamed()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        const int total = 3;
        var posts = new List<Post>();
        for (var i = 0; i <= total; i++)
            posts.Add(await shop.Schedule(account, $"Post {i}", TimeSpan.FromHours(30) + TimeSpan.FromMinutes(i)));
        // They had room when they were planned; then Instagram takes less.
        studio.Sandbox.Options.QuotaTotal = total;
        await studio.PassTime(TimeSpan.FromHours(6) + TimeSpan.FromMinutes(total + 1), TimeSpan.FromHours(3));
        (await shop.Read(posts[total - 1])).Reason.ShouldBeNull();
        (await shop.Read(posts[total])).Reason.ShouldBe(PublishingReasons.Limit);

        // Moved to the day after, it has room.
        (await studio.Get<Planner>().Schedule(shop.Id, posts[total].Id, posts[total].Slot!.Value.AddDays(1), shop.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        await studio.Settle();
        (await shop.Read(posts[total])).Reason.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_published_elsewhere_counts_an_hour_before()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var agency = await studio.OpenWorkspace("Agency");
        studio.Sandbox.Options.QuotaTotal = 1;
        var post = await shop.Schedule(await shop.Connect("nora.bakes"), "Rye", TimeSpan.FromHours(3));
        await agency.Watch(await agency.PublishNow(await agency.Connect("nora.bakes"), "The only one today"));
        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        (await shop.Read(post)).Reason.ShouldBe(PublishingReasons.Limit);
    }

    [Theory]
    [InlineData(30, 6.0)]
    [InlineData(24, 23.0)]
    [InlineData(2, 1.0)]
    [InlineData(1, null)]
    public void A_rehearsal_is_a_day_and_then_an_hour_before(int hours, double? expected)
    {
        var now = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        (PostWork.NextRehearsal(now.AddHours(hours), now) - now)?.TotalHours.ShouldBe(expected!.Value);
        (PostWork.NextRehearsal(now.AddHours(hours), now) is null).ShouldBe(expected is null);
    }

    private static Task<IReadOnlyList<DroppedMail>> Letters(Tests.Studio.Studio studio) => studio.Get<Postman>().ReadFolder(50, Ct);

    private static async Task Change(TestWorkspace shop, ConnectedAccount account, Action<ConnectedAccount> change)
    {
        await using var db = shop.Open();
        change(await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == account.Id, Ct));
        await db.SaveChangesAsync(Ct);
    }
}
