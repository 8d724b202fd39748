using Directino.Idempotency;
using Directino.Tests.Studio;

namespace Directino.Tests.Idempotency;

/// <summary>A request with a key of the sender's own is done once.</summary>
public sealed class KeyedRequestTests
{
    private static readonly KeyStanding.Answered Made = new(201, "application/json", "/api/v1/labels/1", "\"1\"", "{}"u8.ToArray());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_that_come_at_once_exactly_one_is_fresh()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var owner = Owner(shop);
        var standings = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => studio.Get<KeyedRequests>().Begin(owner, "request", Ct))));
        standings.Count(s => s is KeyStanding.Fresh).ShouldBe(1);
        standings.Count(s => s is KeyStanding.Working).ShouldBe(15);
    }

    [Fact]
    public async Task The_answer_is_given_again_for_a_day_and_then_the_key_is_new()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (owner, requests) = (Owner(await studio.OpenWorkspace()), studio.Get<KeyedRequests>());
        (await requests.Begin(owner, "request", Ct)).ShouldBeOfType<KeyStanding.Fresh>();
        await requests.Keep(owner, Made, Ct);
        var again = (await requests.Begin(owner, "request", Ct)).ShouldBeOfType<KeyStanding.Answered>();
        (again with { Body = null }).ShouldBe(Made with { Body = null });
        again.Body.ShouldBe(Made.Body);
        (await requests.Begin(owner, "another", Ct)).ShouldBeOfType<KeyStanding.Taken>();
        studio.Clock.Advance(KeyedRequest.Life);
        (await requests.Begin(owner, "another", Ct)).ShouldBeOfType<KeyStanding.Fresh>();
    }

    [Fact]
    public async Task What_was_interrupted_is_unknown_and_never_done_again_in_silence()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (owner, requests) = (Owner(await studio.OpenWorkspace()), studio.Get<KeyedRequests>());
        await requests.Begin(owner, "request", Ct);
        studio.Clock.Advance(KeyedRequest.Longest - TimeSpan.FromSeconds(1));
        (await requests.Begin(owner, "request", Ct)).ShouldBeOfType<KeyStanding.Working>();
        studio.Clock.Advance(TimeSpan.FromSeconds(1));
        (await requests.Begin(owner, "request", Ct)).ShouldBeOfType<KeyStanding.Unknown>();
    }

    [Fact]
    public async Task What_failed_in_the_middle_is_unknown_at_once_and_for_a_day()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (owner, requests) = (Owner(await studio.OpenWorkspace()), studio.Get<KeyedRequests>());
        await requests.Begin(owner, "request", Ct);
        await requests.Doubt(owner, Ct);
        (await requests.Begin(owner, "request", Ct)).ShouldBeOfType<KeyStanding.Unknown>();
        (await requests.Begin(owner, "another", Ct)).ShouldBeOfType<KeyStanding.Taken>();
        studio.Clock.Advance(KeyedRequest.Life);
        (await requests.Begin(owner, "request", Ct)).ShouldBeOfType<KeyStanding.Fresh>();
    }

    [Fact]
    public async Task What_was_not_judged_may_be_tried_again()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (owner, requests) = (Owner(await studio.OpenWorkspace()), studio.Get<KeyedRequests>());
        await requests.Begin(owner, "request", Ct);
        await requests.Forget(owner, Ct);
        (await requests.Begin(owner, "request", Ct)).ShouldBeOfType<KeyStanding.Fresh>();
    }

    [Fact]
    public async Task Keys_of_two_workspaces_and_of_two_callers_never_meet()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, neighbour, requests) = (await studio.OpenWorkspace(), await studio.OpenWorkspace(), studio.Get<KeyedRequests>());
        await requests.Begin(Owner(shop), "request", Ct);
        await requests.Keep(Owner(shop), Made, Ct);
        (await requests.Begin(Owner(neighbour), "request", Ct)).ShouldBeOfType<KeyStanding.Fresh>();
        (await requests.Begin(Owner(shop) with { Caller = "key" }, "request", Ct)).ShouldBeOfType<KeyStanding.Fresh>();
    }

    [Fact]
    public async Task Kept_answers_are_gone_after_a_day()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (owner, requests) = (Owner(await studio.OpenWorkspace()), studio.Get<KeyedRequests>());
        await requests.Begin(owner, "request", Ct);
        await requests.Keep(owner, Made, Ct);
        studio.Clock.Advance(KeyedRequest.Life - TimeSpan.FromSeconds(1));
        (await requests.Prune(Ct)).ShouldBe(0);
        studio.Clock.Advance(TimeSpan.FromSeconds(1));
        (await requests.Prune(Ct)).ShouldBe(1);
    }

    private static KeyOwner Owner(TestWorkspace shop) => new(shop.Id, shop.Owner, "", "hash-of-key");
}
