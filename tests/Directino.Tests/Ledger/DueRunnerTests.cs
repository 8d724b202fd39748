using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Tests.Ledger;

public sealed class DueRunnerTests
{
    [Fact]
    public async Task What_falls_due_is_handled_once_and_forgotten()
    {
        var handler = new FakeDue();
        await using var studio = await Studio.Studio.Open(s => s.AddSingleton<IDueHandler>(handler));
        var workspace = await studio.OpenWorkspace();
        await Set(studio, workspace, studio.Clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        await studio.PassTime(TimeSpan.FromMinutes(4));
        handler.Handled.ShouldBe(0);
        await studio.PassTime(TimeSpan.FromMinutes(2));
        handler.Handled.ShouldBe(1);
        await studio.PassTime(TimeSpan.FromHours(1));
        handler.Handled.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_downtime_what_was_missed_is_handled()
    {
        var handler = new FakeDue();
        await using var studio = await Studio.Studio.Open(s => s.AddSingleton<IDueHandler>(handler));
        var workspace = await studio.OpenWorkspace();
        await Set(studio, workspace, studio.Clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        studio.Clock.Advance(TimeSpan.FromDays(3));
        await studio.Settle();
        handler.Handled.ShouldBe(1);
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_and_holds_nothing_up()
    {
        var handler = new FakeDue { Failures = 2 };
        await using var studio = await Studio.Studio.Open(s => s.AddSingleton<IDueHandler>(handler));
        var workspace = await studio.OpenWorkspace();
        await Set(studio, workspace, studio.Clock.GetUtcNow());
        await Set(studio, workspace, studio.Clock.GetUtcNow());
        await studio.Settle();
        handler.Handled.ShouldBe(0);
        await using (var db = workspace.Open())
            (await db.Set<DueItem>().Where(d => d.Kind == "fake-due").Select(d => d.LastError).ToListAsync(TestContext.Current.CancellationToken)).ShouldAllBe(e => e == nameof(TimeoutException));
        await studio.PassTime(TimeSpan.FromMinutes(1));
        handler.Handled.ShouldBe(2);
    }

    private static async Task Set(Studio.Studio studio, Studio.TestWorkspace workspace, DateTimeOffset at)
    {
        await using var db = workspace.Open();
        await studio.Get<DueBook>().Set(db, workspace.Id, "fake-due", Guid.CreateVersion7(), at, null, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private sealed class FakeDue : IDueHandler
    {
        public string Kind => "fake-due";

        public int Failures { get; set; }

        public int Handled { get; private set; }

        public Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
        {
            if (Failures-- > 0)
                throw new TimeoutException("not now");
            Handled++;
            return Task.FromResult<DateTimeOffset?>(null);
        }
    }
}
