using Directino.Accounts;
using Directino.Ledger;

namespace Directino.Tests.Ledger;

public sealed class GateTests
{
    [Fact]
    public async Task Without_the_scope_it_is_refused_by_name_and_never_sent()
    {
        await using var stage = await LedgerStage.Open("instagram_business_basic", "instagram_business_manage_messages");
        var act = await stage.Intend();
        await stage.Work();
        var refused = await stage.Find(act);
        (refused.State, refused.Reason).ShouldBe((ActState.Refused, GateRules.ScopeMissing));
        stage.Kind.Sent.ShouldBeEmpty();
        stage.Kind.Settled.ShouldBe([ActState.Refused]);
    }

    [Fact]
    public async Task The_users_own_switch_refuses_whatever_was_granted()
    {
        await using var stage = await LedgerStage.Open();
        await stage.Change(a => a.MayComment = false);
        var act = await stage.Intend();
        await stage.Work();
        (await stage.Find(act)).Reason.ShouldBe(GateRules.SwitchedOff);
        stage.Kind.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_disconnected_account_does_nothing()
    {
        await using var stage = await LedgerStage.Open();
        var act = await stage.Intend();
        await stage.Change(a => a.Disconnect());
        await stage.Work();
        (await stage.Find(act)).Reason.ShouldBe(GateRules.Disconnected);
        stage.Kind.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rule_of_the_features_own_refuses_by_its_name()
    {
        await using var stage = await LedgerStage.Open();
        stage.Kind.OwnRule = new Refusal("outside-window");
        var act = await stage.Intend();
        await stage.Work();
        (await stage.Find(act)).Reason.ShouldBe("outside-window");
    }

    [Theory]
    [InlineData(60, true, true)]
    [InlineData(80, true, true)]
    [InlineData(95, true, false)]
    [InlineData(100, false, false)]
    public async Task The_fuller_the_budget_the_fewer_may_call(int percent, bool person, bool workflow)
    {
        await using var stage = await LedgerStage.Open();
        var (member, bot) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await stage.Intend("member", subject: member);
        await stage.Intend("bot", Cause.Workflow(Guid.CreateVersion7(), "reply"), bot);
        stage.Studio.Get<CallBudget>().Report(stage.Account.InstagramId, percent, null);
        await stage.Work();
        stage.Kind.Sent.Contains(member).ShouldBe(person);
        stage.Kind.Sent.Contains(bot).ShouldBe(workflow);
        (stage.Studio.Get<Gate>().MayRead(stage.Account, Capability.Insights) is null).ShouldBe(percent < 75);
    }

    [Fact]
    public async Task Reading_asks_the_same_rules()
    {
        await using var stage = await LedgerStage.Open();
        var gate = stage.Studio.Get<Gate>();
        gate.MayRead(stage.Account, Capability.Insights).ShouldBeNull();
        stage.Account.MayReadInsights = false;
        gate.MayRead(stage.Account, Capability.Insights)!.Rule.ShouldBe(GateRules.SwitchedOff);
        stage.Account.MayReadInsights = true;
        stage.Account.NeedLogin();
        gate.MayRead(stage.Account, Capability.Insights)!.Rule.ShouldBe(GateRules.NeedsLogin);
    }
}
