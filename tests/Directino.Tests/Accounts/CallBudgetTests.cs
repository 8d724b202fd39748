using Directino.Accounts;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Accounts;

/// <summary>What usage headers and refusals leave of an account's budget.</summary>
public sealed class CallBudgetTests
{
    private const string Account = "17841400000000001";
    private readonly FakeTimeProvider _clock = new();
    private readonly CallBudget _budget;

    public CallBudgetTests() => _budget = new CallBudget(_clock);

    [Theory]
    [InlineData(74, null, null, null)]
    [InlineData(75, 5, null, null)]
    [InlineData(90, 5, 2, null)]
    [InlineData(100, 5, 5, 5)]
    public void The_nearer_the_limit_the_fewer_may_ask(double percent, int? background, int? automatic, int? person)
    {
        _budget.Report(Account, percent, null);
        Minutes(Urgency.Background).ShouldBe(background);
        Minutes(Urgency.Automatic).ShouldBe(automatic);
        Minutes(Urgency.Person).ShouldBe(person);
    }

    [Fact]
    public void A_throttle_lasts_as_long_as_the_headers_say()
    {
        _budget.Report(Account, 100, TimeSpan.FromMinutes(19));
        _budget.ClosedFor(Account).ShouldBe(TimeSpan.FromMinutes(19));
        _clock.Advance(TimeSpan.FromMinutes(19));
        _budget.ClosedFor(Account).ShouldBeNull();
    }

    [Fact]
    public void A_refusal_whose_headers_were_read_closes_no_longer_than_they_say()
    {
        _budget.Report(Account, 100, TimeSpan.FromMinutes(19));
        _budget.Close(Account, TimeSpan.FromMinutes(19)).ShouldBe(_clock.GetUtcNow().AddMinutes(19));
        _clock.Advance(TimeSpan.FromMinutes(4));
        _budget.Close(Account, TimeSpan.FromMinutes(15)).ShouldBe(_clock.GetUtcNow().AddMinutes(15));
    }

    [Fact]
    public void Each_refusal_after_another_adds_a_little_and_an_answer_forgets_them()
    {
        var extra = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            _budget.Report(Account, 100, TimeSpan.FromMinutes(1));
            extra.Add(_budget.ClosedFor(Account)!.Value.TotalSeconds - 60);
            _clock.Advance(TimeSpan.FromMinutes(3));
        }

        extra.ShouldBe([0, 2, 4, 8, 16, 32, 60, 60]);
        _budget.Report(Account, 40, null);
        _budget.Report(Account, 100, TimeSpan.FromMinutes(1));
        _budget.ClosedFor(Account).ShouldBe(TimeSpan.FromMinutes(1));
    }

    private double? Minutes(Urgency urgency) => _budget.NotBefore(Account, urgency) is { } at ? (at - _clock.GetUtcNow()).TotalMinutes : null;
}
