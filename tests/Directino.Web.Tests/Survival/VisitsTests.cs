using Directino.Accounts;
using Directino.Persistence;
using Directino.Planning;
using Directino.Planning.Visits;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Survival;

/// <summary>Two processes' worth of silos on one PostgreSQL: who has a post open at one is seen at the other.</summary>
[Trait("needs", "process")]
public sealed class VisitsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_has_a_post_open_is_seen_over_all_processes_until_they_leave()
    {
        await using var product = await ProductProcess.Prepare(onPostgres: true, Ct);
        using var one = await product.StartSilo(Ct);
        using var two = await product.StartSilo(Ct);
        var (here, there) = (one.Services.GetRequiredService<IVisits>(), two.Services.GetRequiredService<IVisits>());
        var clock = one.Services.GetRequiredService<TimeProvider>();
        var post = PostId.New(clock);
        var (nora, leo) = (new Visit(Guid.CreateVersion7(clock.GetUtcNow()), product.Owner, true), new Visit(Guid.CreateVersion7(clock.GetUtcNow()), PersonId.New(clock), false));
        var told = new SemaphoreSlim(0);
        using var listening = one.Services.GetRequiredService<IChangeFeed>().Subscribe(product.Workspace, [VisitBook.Kind(post)], () => Task.FromResult(told.Release()));

        await Eventually.Get<object>(async () => (await here.Enter(product.Workspace, post, nora)).Contains(nora) ? "yes" : null, "the first is there", Ct, product.Tell);
        (await there.Enter(product.Workspace, post, leo)).ShouldBe([nora, leo], ignoreOrder: true);
        await Eventually.Get<object>(
            async () =>
            {
                await there.Leave(product.Workspace, post, leo.Id);
                await there.Enter(product.Workspace, post, leo);
                return told.CurrentCount > 0 ? "yes" : null;
            },
            "the one process is told of the other's window", Ct, product.Tell);
        await there.Leave(product.Workspace, post, leo.Id);
        (await here.Enter(product.Workspace, post, nora)).ShouldBe([nora]);
        await here.Leave(product.Workspace, post, nora.Id);
        (await there.Enter(product.Workspace, post, leo)).ShouldBe([leo]);
    }
}
