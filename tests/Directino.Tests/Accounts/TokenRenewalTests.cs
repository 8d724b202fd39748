using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Mail;
using Directino.Sandbox.Faults;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Accounts;

public sealed class TokenRenewalTests
{
    [Fact]
    public async Task A_token_is_renewed_at_half_its_life_and_never_before_it_is_a_day_old()
    {
        await using var stage = await ConnectStage.Open();
        await stage.Connect("nora.bakes");
        var first = await stage.Account();
        await stage.Studio.PassTime(TimeSpan.FromDays(25));
        (await stage.Account()).TokenIssuedAt.ShouldBe(first.TokenIssuedAt);
        await stage.Studio.PassTime(TimeSpan.FromDays(10), TimeSpan.FromDays(5));
        var renewed = await stage.Account();
        renewed.TokenIssuedAt!.Value.ShouldBeGreaterThan(first.TokenIssuedAt!.Value + TimeSpan.FromDays(25));
        renewed.SealedToken.ShouldNotBe(first.SealedToken);
        renewed.TokenExpiresAt!.Value.ShouldBeGreaterThan(first.TokenExpiresAt!.Value + TimeSpan.FromDays(20));
    }

    [Fact]
    public async Task It_goes_on_for_as_long_as_nobody_stops_it()
    {
        await using var stage = await ConnectStage.Open();
        await stage.Connect("nora.bakes");
        await stage.Studio.PassTime(TimeSpan.FromDays(200), TimeSpan.FromDays(20));
        var account = await stage.Account();
        account.State.ShouldBe(AccountState.Connected);
        account.TokenExpiresAt!.Value.ShouldBeGreaterThan(stage.Studio.Clock.GetUtcNow() + TimeSpan.FromDays(20));
    }

    [Fact]
    public async Task While_Instagram_does_not_answer_the_owners_are_told_four_times_and_a_late_answer_saves_it()
    {
        await using var stage = await ConnectStage.Open();
        await stage.Connect("nora.bakes");
        stage.Studio.Sandbox.Faults.Set(new Fault { Call = "refresh_access_token", Kind = FaultKind.Error, Code = 2, Times = 0 });
        foreach (var days in (double[])[35, 6, 3, 7, 5, 1, 2.5])
            await stage.Studio.PassTime(TimeSpan.FromDays(days));
        (await stage.Account()).State.ShouldBe(AccountState.Connected);
        var subjects = (await stage.Studio.Get<Postman>().ReadFolder(50, TestContext.Current.CancellationToken)).Select(m => m.Subject).Reverse().ToList();
        subjects.Count.ShouldBe(4, string.Join("; ", subjects));
        subjects.ShouldAllBe(s => s.Contains("nora.bakes"));

        stage.Studio.Sandbox.Faults.Clear();
        await stage.Studio.PassTime(TimeSpan.FromHours(6), TimeSpan.FromHours(3));
        var saved = await stage.Account();
        saved.State.ShouldBe(AccountState.Connected);
        saved.TokenExpiresAt!.Value.ShouldBeGreaterThan(stage.Studio.Clock.GetUtcNow() + TimeSpan.FromDays(50));
        saved.TokenWarnedDays.ShouldBeNull();
    }

    [Fact]
    public async Task A_dead_token_asks_for_a_login_once_and_keeps_everything()
    {
        await using var stage = await ConnectStage.Open();
        await stage.Connect("nora.bakes");
        stage.Studio.Sandbox.Control.EndTokens("nora.bakes", 460);
        await stage.Studio.PassTime(TimeSpan.FromDays(1), TimeSpan.FromHours(8));
        var account = await stage.Account();
        account.State.ShouldBe(AccountState.NeedsLogin);
        account.SealedToken.ShouldNotBeNull();
        (await stage.Studio.Get<Postman>().ReadFolder(50, TestContext.Current.CancellationToken)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Deliveries_are_subscribed_to_and_repaired_when_they_end()
    {
        await using var stage = await ConnectStage.Open();
        await stage.Connect("nora.bakes");
        await stage.Studio.Settle();
        (await stage.Account()).SubscribedAt.ShouldNotBeNull();
        var access = (await stage.Studio.Get<AccountAccess>().For(await stage.Account(), TestContext.Current.CancellationToken))!;
        var instagram = stage.Studio.Get<Directino.Instagram.InstagramClient>();
        (await instagram.Subscriptions.Subscribed(access, TestContext.Current.CancellationToken)).ShouldContain("comments");
        await instagram.Subscriptions.Unsubscribe(access, TestContext.Current.CancellationToken);
        await stage.Studio.PassTime(TimeSpan.FromHours(5));
        (await instagram.Subscriptions.Subscribed(access, TestContext.Current.CancellationToken)).ShouldContain("messages");
    }

    [Fact]
    public async Task Disconnecting_deletes_the_token_at_once_and_ends_deliveries()
    {
        await using var stage = await ConnectStage.Open();
        await stage.Connect("nora.bakes");
        await stage.Studio.Settle();
        var before = await stage.Account();
        var access = (await stage.Studio.Get<AccountAccess>().For(before, TestContext.Current.CancellationToken))!;
        (await stage.Studio.Get<AccountDesk>().Disconnect(stage.Workspace.Id, before.Id, TestContext.Current.CancellationToken)).ShouldBeTrue();
        var after = await stage.Account();
        after.State.ShouldBe(AccountState.Disconnected);
        after.SealedToken.ShouldBeNull();
        var instagram = stage.Studio.Get<Directino.Instagram.InstagramClient>();
        (await instagram.Subscriptions.Subscribed(access, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await stage.Studio.PassTime(TimeSpan.FromDays(40), TimeSpan.FromDays(20));
        (await stage.Account()).State.ShouldBe(AccountState.Disconnected);
    }
}
