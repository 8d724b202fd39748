using Directino.Ledger;

namespace Directino.Tests.Ledger;

public sealed class ActivityLogTests
{
    [Fact]
    public async Task It_is_read_newest_first_a_page_at_a_time_without_gap_or_repetition()
    {
        await using var stage = await LedgerStage.Open();
        for (var i = 0; i < 7; i++)
        {
            await stage.Intend($"{i}");
            stage.Studio.Clock.Advance(TimeSpan.FromMilliseconds(5));
        }

        var log = stage.Studio.Get<ActivityLog>();
        await using var db = stage.Workspace.Open();
        var seen = new List<ActId>();
        ActId? after = null;
        do
        {
            var page = await log.Page(db, new ActivityFilter(), after, 3, TestContext.Current.CancellationToken);
            seen.AddRange(page.Entries.Select(e => e.Id));
            after = page.Next;
        }
        while (after is not null);
        seen.Count.ShouldBe(7);
        seen.ShouldBe(seen.OrderByDescending(id => id.ToString(), StringComparer.Ordinal));
        seen.Distinct().Count().ShouldBe(7);
    }

    [Fact]
    public async Task It_names_the_member_the_account_and_the_permission()
    {
        await using var stage = await LedgerStage.Open();
        await stage.Intend(follower: "900001");
        await using var db = stage.Workspace.Open();
        var entry = (await stage.Studio.Get<ActivityLog>().Page(db, new ActivityFilter(), null, 10, TestContext.Current.CancellationToken)).Entries.ShouldHaveSingleItem();
        entry.CauseName.ShouldBe("Owner of Nora's");
        entry.AccountName.ShouldBe("nora.bakes");
        entry.Scope.ShouldBe("instagram_business_manage_comments");
        entry.IsAutomatic.ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_narrowed_by_account_cause_and_state()
    {
        await using var stage = await LedgerStage.Open();
        var workflow = Guid.CreateVersion7();
        await stage.Intend("person");
        await stage.Work();
        await stage.Intend("bot", Cause.Workflow(workflow, "reply"));
        var log = stage.Studio.Get<ActivityLog>();
        await using var db = stage.Workspace.Open();
        async Task<int> Count(ActivityFilter filter) => (await log.Page(db, filter, null, 10, TestContext.Current.CancellationToken)).Entries.Count;

        (await Count(new ActivityFilter(stage.Account.Id))).ShouldBe(2);
        (await Count(new ActivityFilter(Cause: CauseKind.Workflow))).ShouldBe(1);
        (await Count(new ActivityFilter(CauseId: workflow))).ShouldBe(1);
        (await Count(new ActivityFilter(State: ActState.Done))).ShouldBe(1);
        (await Count(new ActivityFilter(Directino.Accounts.AccountId.New(stage.Studio.Clock)))).ShouldBe(0);
    }

    [Fact]
    public async Task Another_workspace_reads_nothing_of_it()
    {
        await using var stage = await LedgerStage.Open();
        var act = await stage.Intend();
        var log = stage.Studio.Get<ActivityLog>();
        await using var foreign = (await stage.Studio.OpenWorkspace("Somebody else's")).Open();
        (await log.Page(foreign, new ActivityFilter(), null, 10, TestContext.Current.CancellationToken)).Entries.ShouldBeEmpty();
        (await log.Find(foreign, act!.Id, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await log.FindOutNow(foreign, act.Id, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
