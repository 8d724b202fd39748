using Directino.Accounts;
using Directino.Planning.Visits;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Planning.Visits;

public sealed class VisitBookTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Coming_writing_and_leaving_are_news_and_a_pulse_is_none()
    {
        var book = new VisitBook(_clock);
        var (nora, leo) = (Window(), Window());
        book.Enter(nora).ShouldBeTrue();
        book.Enter(nora).ShouldBeFalse();
        book.Enter(leo).ShouldBeTrue();
        book.Enter(leo with { IsWriting = true }).ShouldBeTrue();
        book.All.ShouldBe([nora, leo with { IsWriting = true }], ignoreOrder: true);
        book.Leave(leo.Id).ShouldBeTrue();
        book.Leave(leo.Id).ShouldBeFalse();
        book.Leave(nora.Id).ShouldBeTrue();
        book.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_window_that_says_nothing_for_three_pulses_is_forgotten()
    {
        var book = new VisitBook(_clock);
        var (nora, leo) = (Window(), Window());
        book.Enter(nora);
        book.Enter(leo);
        _clock.Advance(3 * VisitBook.Pulse);
        book.Forget().ShouldBeFalse();
        book.Enter(leo).ShouldBeFalse();
        _clock.Advance(VisitBook.Pulse);
        book.Enter(leo).ShouldBeTrue("Nora's window is gone");
        book.All.ShouldBe([leo]);
        _clock.Advance(4 * VisitBook.Pulse);
        book.Forget().ShouldBeTrue();
        book.IsEmpty.ShouldBeTrue();
    }

    private Visit Window() => new(Guid.CreateVersion7(_clock.GetUtcNow()), PersonId.New(_clock), false);
}
