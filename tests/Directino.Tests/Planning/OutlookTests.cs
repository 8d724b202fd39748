using Directino.Accounts;
using Directino.Planning;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning;

/// <summary>How things will stand at the time of a post is known while it is written.</summary>
public sealed class OutlookTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_taken_by_then_is_counted_and_a_post_does_not_stand_in_its_own_way()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        studio.Sandbox.Options.QuotaTotal = 2;
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var one = await shop.Schedule(account, "One", 30 * Hour);
        await shop.Draft(account, "A thought takes nothing");
        (await Look(shop, null, account, one.Slot!.Value + Hour)).Quota.ShouldNotBeNull().ShouldSatisfyAllConditions(q => q.Used.ShouldBe(1), q => q.Quota.Total.ShouldBe(2), q => q.Full.ShouldBeNull());
        (await Look(shop, one, account, one.Slot!.Value)).Quota.ShouldNotBeNull().Used.ShouldBe(0);
        (await Look(shop, null, account, null)).Quota.ShouldNotBeNull().Used.ShouldBe(0, "now, as long as no time is chosen");
        await shop.Schedule(account, "Two", 31 * Hour);
        var full = (await Look(shop, null, account, one.Slot!.Value + (2 * Hour))).Quota.ShouldNotBeNull();
        full.Used.ShouldBe(2);
        full.Full.ShouldNotBeNull().Next.ShouldNotBeNull().ShouldBeInRange(one.Slot!.Value.AddDays(1), one.Slot!.Value.AddDays(1).AddMinutes(1));
    }

    [Fact]
    public async Task A_token_that_ends_before_it_is_renewed_unless_that_has_failed()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var ends = account.TokenExpiresAt.ShouldNotBeNull();
        (await Look(shop, null, account, ends - Hour)).Token.ShouldBe(new TokenOutlook(ends, TokenStanding.Holds));
        (await Look(shop, null, account, ends + Hour)).Token.ShouldBe(new TokenOutlook(ends, TokenStanding.IsRenewed));
        await Change(shop, account, a => a.TokenWarnedDays = 20);
        (await Look(shop, null, account, ends + Hour)).Token.ShouldBe(new TokenOutlook(ends, TokenStanding.Ends));
        (await Look(shop, null, account, ends - Hour)).Token.ShouldBe(new TokenOutlook(ends, TokenStanding.Holds));
        await Change(shop, account, a => a.NeedLogin());
        (await Look(shop, null, account, ends + Hour)).Token.ShouldBeNull("that is objected to by itself");
    }

    [Fact]
    public async Task Of_an_account_of_somebody_else_nothing_is_told()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, other) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Somebody else's"));
        var account = await shop.Connect("nora.bakes");
        (await studio.Get<OutlookReader>().Of(other.Id, null, account.Id, null, Ct)).ShouldBeNull();
    }

    private static async Task<SlotOutlook> Look(TestWorkspace shop, Post? post, ConnectedAccount account, DateTimeOffset? slot) =>
        (await shop.Studio.Get<OutlookReader>().Of(shop.Id, post?.Id, account.Id, slot, Ct)).ShouldNotBeNull();

    private static async Task Change(TestWorkspace shop, ConnectedAccount account, Action<ConnectedAccount> change)
    {
        await using var db = shop.Open();
        change(await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == account.Id, Ct));
        await db.SaveChangesAsync(Ct);
    }
}
