using Directino.Accounts;
using Directino.Instagram.Errors;
using Directino.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Ledger;

/// <summary>An answer that was lost, or a program that died: it is looked up before it is done again.</summary>
public sealed class UnknownOutcomeTests
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(22);

    [Fact]
    public async Task A_lost_answer_whose_effect_is_found_is_done_without_a_second_send()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new OutcomeUnknownException("cut off")).IsSeen(new ActSighting.Found(new ActResult("18000000000000099")));
        var act = await stage.Intend();
        await stage.Work();
        var done = await stage.Find(act);
        done.State.ShouldBe(ActState.Done);
        done.InstagramId.ShouldBe("18000000000000099");
        stage.Kind.Sent.Count.ShouldBe(1);
        stage.Kind.Settled.ShouldBe([ActState.Unknown, ActState.Done]);
    }

    [Fact]
    public async Task What_is_not_there_is_final_only_when_a_late_request_can_no_longer_arrive()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new OutcomeUnknownException("cut off")).IsSeen(new ActSighting.Absent()).IsSeen(new ActSighting.Absent());
        var act = await stage.Intend();
        await stage.Work();
        var open = await stage.Find(act);
        (open.State, open.Reason).ShouldBe((ActState.Unknown, "answer-lost"));
        stage.Kind.Sent.Count.ShouldBe(1);

        await stage.Pass(TimeSpan.FromSeconds(10));
        stage.Kind.Sent.Count.ShouldBe(1);
        await stage.Pass(Settled);
        (await stage.Find(act)).State.ShouldBe(ActState.Done);
        stage.Kind.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_request_that_arrived_after_all_is_found_at_the_second_look()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new OutcomeUnknownException("cut off")).IsSeen(new ActSighting.Absent()).IsSeen(new ActSighting.Found(new ActResult("late")));
        var act = await stage.Intend();
        await stage.Work();
        await stage.Pass(Settled);
        (await stage.Find(act)).InstagramId.ShouldBe("late");
        stage.Kind.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_look_that_decides_nothing_is_repeated_and_nothing_is_sent()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new OutcomeUnknownException("cut off"));
        var act = await stage.Intend();
        await stage.Work();
        for (var i = 0; i < 5; i++)
            await stage.Pass(TimeSpan.FromMinutes(1));
        var open = await stage.Find(act);
        (open.State, open.Reason).ShouldBe((ActState.Unknown, "nobody-knows"));
        stage.Kind.Sent.Count.ShouldBe(1);
        stage.Kind.LookUps.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task A_look_at_a_throttled_account_waits_as_long_as_Instagram_says()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new OutcomeUnknownException("cut off"))
            .LookUpThrows(new RateLimitedException("slow down", LedgerStage.Fault(4, retryAfter: TimeSpan.FromMinutes(19))))
            .IsSeen(new ActSighting.Found(new ActResult("there")));
        var act = await stage.Intend();
        await stage.Work();
        (await stage.Find(act)).Reason.ShouldBe(GateRules.Budget);
        stage.Studio.Get<CallBudget>().ClosedFor(stage.Account.InstagramId).ShouldBe(TimeSpan.FromMinutes(19));
        await stage.Pass(TimeSpan.FromMinutes(18));
        stage.Kind.LookUps.ShouldBe(1);

        await stage.Pass(TimeSpan.FromMinutes(2));
        (await stage.Find(act)).State.ShouldBe(ActState.Done);
    }

    [Fact]
    public async Task An_act_left_behind_by_a_dead_run_is_an_orphan_and_is_looked_up()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new ProcessDied()).IsSeen(new ActSighting.Found(new ActResult("made before the end")));
        var act = await stage.Intend();
        await Should.ThrowAsync<ProcessDied>(stage.Work());
        (await stage.Find(act)).State.ShouldBe(ActState.Sending);

        stage.Restart();
        await stage.Work();
        var done = await stage.Find(act);
        (done.State, done.InstagramId).ShouldBe((ActState.Done, "made before the end"));
        stage.Kind.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_leaves_alone_what_it_is_sending_itself()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new ProcessDied());
        var act = await stage.Intend();
        await Should.ThrowAsync<ProcessDied>(stage.Work());
        await stage.Pass(TimeSpan.FromMinutes(5));
        (await stage.Find(act)).State.ShouldBe(ActState.Sending);
        stage.Kind.LookUps.ShouldBe(0);
    }

    [Fact]
    public async Task A_member_can_have_it_found_out_now()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new OutcomeUnknownException("cut off")).IsSeen(new ActSighting.Unclear("later"));
        var act = await stage.Intend();
        await stage.Work();
        stage.Kind.IsSeen(new ActSighting.Found(new ActResult("there")));
        var log = stage.Studio.Get<ActivityLog>();
        await using var db = stage.Workspace.Open();
        (await log.FindOutNow(db, act!.Id, TestContext.Current.CancellationToken)).ShouldBeTrue();
        await stage.Work();
        (await stage.Find(act)).State.ShouldBe(ActState.Done);
        (await log.FindOutNow(db, act.Id, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    private sealed class ProcessDied() : Exception("kill -9");

    [Fact]
    public async Task A_run_that_was_only_slow_does_not_end_what_another_has_claimed_again()
    {
        await using var stage = await LedgerStage.Open();
        var (slow, swift) = (new TaskCompletionSource(), new TaskCompletionSource());
        var both = new SemaphoreSlim(0);
        stage.Kind.Answers("of-the-slow-run", () => { both.Release(); return slow.Task; }).Answers("of-the-other-run", () => { both.Release(); return swift.Task; })
            .IsSeen(new ActSighting.Absent());
        var act = await stage.Intend();
        var first = stage.Work();
        await both.WaitAsync(TestContext.Current.CancellationToken);
        stage.Restart();
        var second = stage.Pass(TimeSpan.FromSeconds(30));
        await both.WaitAsync(TestContext.Current.CancellationToken);

        slow.SetResult();
        await Should.ThrowAsync<DbUpdateConcurrencyException>(first);
        (await stage.Find(act)).State.ShouldBe(ActState.Sending);
        swift.SetResult();
        await second;
        var done = await stage.Find(act);
        (done.State, done.InstagramId).ShouldBe((ActState.Done, "of-the-other-run"));
    }
}
