using Directino.Accounts;
using Directino.Instagram.Errors;
using Directino.Ledger;

namespace Directino.Tests.Ledger;

public sealed class DispatcherTests
{
    [Fact]
    public async Task An_intent_is_sent_once_and_keeps_the_id_Instagram_gave()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Answers("18000000000000077");
        var act = await stage.Intend();
        await stage.Work();
        await stage.Work();

        var done = await stage.Find(act);
        done.State.ShouldBe(ActState.Done);
        done.InstagramId.ShouldBe("18000000000000077");
        done.EndedAt.ShouldBe(stage.Studio.Clock.GetUtcNow());
        done.Attempts.ShouldBe(1);
        stage.Kind.Sent.Count.ShouldBe(1);
        stage.Kind.Settled.ShouldBe([ActState.Done]);
    }

    [Fact]
    public async Task The_same_intent_twice_is_one_act()
    {
        await using var stage = await LedgerStage.Open();
        (await stage.Intend("reply:1")).ShouldNotBeNull();
        (await stage.Intend("reply:1")).ShouldBeNull();
        await stage.Work();
        (await stage.Intend("reply:1")).ShouldBeNull();
        await stage.Work();
        stage.Kind.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_goes_before_a_workflow_however_late_they_come()
    {
        await using var stage = await LedgerStage.Open();
        var (bot, person) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await stage.Intend("bot", Cause.Workflow(Guid.CreateVersion7(), "reply"), bot);
        await stage.Intend("person", subject: person);
        await stage.Work();
        stage.Kind.Sent.ShouldBe([person, bot]);
    }

    [Fact]
    public async Task Trouble_at_Instagram_is_waited_out_longer_each_time()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new TryLaterException("later", LedgerStage.Fault(2))).Throws(new TryLaterException("later", LedgerStage.Fault(2)));
        var act = await stage.Intend();
        await stage.Work();
        var first = await stage.Find(act);
        first.State.ShouldBe(ActState.Intended);
        first.Reason.ShouldBe("instagram-trouble");
        first.ErrorDetail.ShouldBe("2/ Atrace1");
        (first.DueAt - stage.Studio.Clock.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5));

        await stage.Pass(TimeSpan.FromSeconds(3));
        ((await stage.Find(act)).DueAt - stage.Studio.Clock.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5));
        await stage.Pass(TimeSpan.FromSeconds(5));
        (await stage.Find(act)).State.ShouldBe(ActState.Done);
        stage.Kind.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task After_ten_tries_it_has_failed()
    {
        await using var stage = await LedgerStage.Open();
        for (var i = 0; i < 20; i++)
            stage.Kind.Throws(new TryLaterException("later", LedgerStage.Fault(2)));
        var act = await stage.Intend();
        for (var i = 0; i < 20; i++)
            await stage.Pass(TimeSpan.FromMinutes(15));
        (await stage.Find(act)).State.ShouldBe(ActState.Failed);
        stage.Kind.Sent.Count.ShouldBe(10);
    }

    [Fact]
    public async Task What_Instagram_refuses_for_good_has_failed_with_its_reason_and_codes()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new MediaRefusedException("no", LedgerStage.Fault(36003, 2207009)));
        var act = await stage.Intend();
        await stage.Work();
        var failed = await stage.Find(act);
        failed.State.ShouldBe(ActState.Failed);
        failed.Reason.ShouldBe("media-refused");
        failed.ErrorDetail.ShouldBe("36003/2207009 Atrace1");
        failed.EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_throttle_closes_the_budget_for_everything_the_account_wants()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new RateLimitedException("slow down", LedgerStage.Fault(4, retryAfter: TimeSpan.FromMinutes(19))));
        var first = await stage.Intend("1");
        var second = await stage.Intend("2");
        await stage.Work();
        stage.Kind.Sent.Count.ShouldBe(1);
        (await stage.Find(first)).Reason.ShouldBe(GateRules.Budget);
        (await stage.Find(second)).Reason.ShouldBe(GateRules.Budget);

        await stage.Pass(TimeSpan.FromMinutes(18));
        stage.Kind.Sent.Count.ShouldBe(1);
        await stage.Pass(TimeSpan.FromMinutes(2));
        (await stage.Find(first)).State.ShouldBe(ActState.Done);
        (await stage.Find(second)).State.ShouldBe(ActState.Done);
        stage.Kind.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_dead_token_pauses_the_account_and_loses_nothing()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Throws(new LoginNeededException("who are you", LedgerStage.Fault(190)));
        var act = await stage.Intend();
        await stage.Work();
        (await stage.Reload()).State.ShouldBe(AccountState.NeedsLogin);
        for (var i = 0; i < 10; i++)
            await stage.Pass(TimeSpan.FromHours(1));
        (await stage.Find(act)).State.ShouldBe(ActState.Intended);
        stage.Kind.Sent.Count.ShouldBe(1);

        await stage.Change(a => a.State = AccountState.Connected);
        await stage.Pass(TimeSpan.FromMinutes(16));
        (await stage.Find(act)).State.ShouldBe(ActState.Done);
        stage.Kind.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_kind_knows_some_errors_better_than_the_rule()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.Verdict = error => error.Code switch
        {
            1 => new ActVerdict.Retry(TimeSpan.FromMinutes(3), "container-processing"),
            2 => new ActVerdict.LookFirst("container-gone"),
            _ => new ActVerdict.Fail("caption-refused"),
        };
        stage.Kind.Throws(new InvalidRequestException("1", LedgerStage.Fault(1))).Throws(new InvalidRequestException("2", LedgerStage.Fault(2)))
            .Throws(new TryLaterException("3", LedgerStage.Fault(3)));
        stage.Kind.IsSeen(new ActSighting.Absent()).IsSeen(new ActSighting.Absent());
        var act = await stage.Intend();
        await stage.Work();
        (await stage.Find(act)).Reason.ShouldBe("container-processing");
        await stage.Pass(TimeSpan.FromMinutes(3));
        (await stage.Find(act)).State.ShouldBe(ActState.Unknown);
        await stage.Pass(TimeSpan.FromMinutes(1));
        var failed = await stage.Find(act);
        (failed.State, failed.Reason).ShouldBe((ActState.Failed, "caption-refused"));
    }

    [Fact]
    public async Task Of_two_runs_that_want_an_act_one_gets_it()
    {
        await using var stage = await LedgerStage.Open();
        await stage.Intend();
        stage.Kind.DuringCheck = async () =>
            (await stage.Dispatcher.RunNext(stage.Account.Id, Guid.CreateVersion7(), TestContext.Current.CancellationToken)).ShouldBeTrue();
        await stage.Dispatcher.RunNext(stage.Account.Id, Guid.CreateVersion7(), TestContext.Current.CancellationToken);
        stage.Kind.Sent.Count.ShouldBe(1);
    }
}
