using System.Threading.Channels;
using Directino.Media;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Media;

public sealed class SignsOfLifeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Progress_is_shown_each_second_it_changed_and_otherwise_now_and_then()
    {
        var clock = new FakeTimeProvider();
        var shown = Channel.CreateUnbounded<int>();
        await using var signs = new SignsOfLife(clock, async (percent, ct) => { await shown.Writer.WriteAsync(percent, ct); return true; }, Ct);
        signs.Percent = 10;
        clock.Advance(TimeSpan.FromSeconds(1));
        (await shown.Reader.ReadAsync(Ct)).ShouldBe(10);
        signs.Percent = 25;
        clock.Advance(TimeSpan.FromSeconds(1));
        (await shown.Reader.ReadAsync(Ct)).ShouldBe(25);
    }

    [Fact]
    public async Task The_worker_learns_that_nobody_wants_the_work()
    {
        var clock = new FakeTimeProvider();
        await using var signs = new SignsOfLife(clock, (_, _) => Task.FromResult(false), Ct);
        var gone = new TaskCompletionSource();
        await using var registration = signs.Gone.Register(gone.SetResult);
        signs.Percent = 1;
        clock.Advance(TimeSpan.FromSeconds(1));
        await gone.Task.WaitAsync(Ct);
    }
}
