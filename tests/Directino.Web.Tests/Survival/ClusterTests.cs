using System.Diagnostics;

namespace Directino.Web.Tests.Survival;

/// <summary>One process for pages and two that work, on one PostgreSQL. One that works is killed; the other goes on.</summary>
[Trait("needs", "process")]
public sealed class ClusterTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_a_worker_is_killed_another_goes_on()
    {
        await using var product = await ProductProcess.Prepare(onPostgres: true, Ct);
        await product.Use(services => SurvivalTests.AddWorkflow(product, services));
        await product.Start(Ct, "--Hosting:Role=Web");
        var first = await product.StartWorker(Ct);
        var media = await product.Instagram.NewestMedia("nora.bakes", Ct);
        await product.Instagram.Comment("ana.reyes", media, "Price?", Ct);
        await Answers(product, 1);

        await product.StartWorker(Ct);
        await first.Kill();
        var clock = Stopwatch.StartNew();
        await product.Instagram.Comment("kofi.mensah", media, "price please", Ct);
        await Answers(product, 2);
        output.WriteLine($"Answered {clock.Elapsed.TotalSeconds:0.0} s after the worker was killed.");
        (await product.Instagram.CountEffects("message-sent", Ct)).ShouldBe(2);
    }

    private static async Task Answers(ProductProcess product, int count) => await Eventually.Get<object>(
        async () => await product.Instagram.CountEffects("message-sent", Ct) >= count && await product.Instagram.CountEffects("comment-made", Ct) >= count ? "yes" : null,
        $"{count} comment(s) answered in public and in private", Ct, product.Tell);
}
