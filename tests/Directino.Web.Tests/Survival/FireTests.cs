using System.Globalization;
using Directino.Ledger;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Survival;

/// <summary>
/// A hundred posts of ten accounts leave while workers are killed at random, answers are lost, servers fail, limits are reached and clocks
/// jump. <c>./bench fire</c> runs it with a thousand posts of fifty accounts.
/// </summary>
[Trait("needs", "process")]
public sealed class FireTests(ITestOutputHelper output)
{
    private static readonly int Posts = ManyPosts.Number("DIRECTINO_FIRE_POSTS", 100), Accounts = ManyPosts.Number("DIRECTINO_FIRE_ACCOUNTS", 10);

    private static readonly string[] Calls = ["media", "media_publish", "container", "media_list", "content_publishing_limit"];

    private static readonly object[] Troubles =
    [
        new { kind = "answer-lost" }, new { kind = "error", code = 2 }, new { kind = "error-after", code = 2 }, new { kind = "error", code = 1, status = 500 },
        new { kind = "html-502" }, new { kind = "refuse-before" }, new { kind = "delay", seconds = 0.7 }, new { kind = "delay", seconds = 3.0 },
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_post_leaves_once_under_fire()
    {
        var seed = ManyPosts.Number("DIRECTINO_FIRE_SEED", Random.Shared.Next());
        output.WriteLine($"{Posts} posts, {Accounts} accounts, DIRECTINO_FIRE_SEED={seed}");
        var chance = new Random(seed);
        await using var product = await ProductProcess.Prepare(onPostgres: true, Ct);
        await product.Use(services => Plan(product, services));

        await product.Start(Ct, "--Hosting:Role=Web");
        var workers = await Task.WhenAll(product.StartWorker(Ct), product.StartWorker(Ct));
        var kills = 0;
        for (var round = 0; await product.Instagram.CountEffects("published", Ct) < Posts * 0.9; round++)
        {
            if (round > 4000)
                throw new TimeoutException($"Posts stopped leaving.\n{await product.Tell()}");
            await Trouble(product, chance);
            if (chance.Next(30) == 0)
            {
                var victim = chance.Next(workers.Length);
                await workers[victim].Kill();
                workers[victim] = await product.StartWorker(Ct);
                kills++;
            }

            if (round % 300 == 10)
                await product.Instagram.Throttle(ManyPosts.Username(chance.Next(Accounts)), minutes: 1, Ct);
            if (round == 20)
                await product.Instagram.MoveClock(TimeSpan.FromHours(1), Ct);
            await Eventually.Pause(Ct);
            await Eventually.Pause(Ct);
        }

        await product.Instagram.ClearFaults(Ct);
        var posts = await Settled(product);
        posts.Where(p => p.State != PostState.Published).Select(p => $"{p.Content.Caption} {p.State}, {p.Reason} {p.ReasonDetail}").ShouldBeEmpty();
        var captions = (await product.Instagram.Effects("published", Ct)).Select(e => e.Text).Order(StringComparer.Ordinal).ToList();
        captions.ShouldBe(Enumerable.Range(0, Posts).Select(ManyPosts.Caption).Order(StringComparer.Ordinal));
        output.WriteLine($"{captions.Count} published, {captions.Distinct().Count()} different; workers were killed {kills} times");
        await Report(product, posts);
    }

    /// <summary>Sets one more trouble; most of them meet one call and are gone.</summary>
    private static async Task Trouble(ProductProcess product, Random chance)
    {
        if (chance.Next(3) != 0)
            return;
        var fault = new Dictionary<string, object> { ["call"] = Calls[chance.Next(Calls.Length)] };
        var trouble = Troubles[chance.Next(Troubles.Length)];
        foreach (var property in trouble.GetType().GetProperties())
            fault[property.Name] = property.GetValue(trouble)!;
        await product.Instagram.SetFault(fault, Ct);
    }

    /// <summary>All posts, as soon as no more can happen to any of them.</summary>
    private static Task<List<Post>> Settled(ProductProcess product) => Eventually.Get(
        () => product.Ask(async db =>
        {
            var posts = await db.Set<Post>().IgnoreQueryFilters().AsNoTracking().ToListAsync(Ct);
            return posts.TrueForAll(p => p.State is PostState.Published or PostState.Failed or PostState.Missed) ? posts : null;
        }),
        "every post came to an end", Ct, () => Unsettled(product), tries: 6000);

    private static async Task<string> Unsettled(ProductProcess product)
    {
        var posts = await product.Ask(async db => await db.Set<Post>().IgnoreQueryFilters().AsNoTracking().ToListAsync(Ct));
        var acts = await product.Ask(async db => await db.Set<Act>().IgnoreQueryFilters().AsNoTracking().Where(a => a.EndedAt == null).OrderBy(a => a.Id).ToListAsync(Ct));
        var due = await product.Ask(async db => await db.Set<DueItem>().IgnoreQueryFilters().AsNoTracking().ToListAsync(Ct));
        return string.Join('\n', [
            .. posts!.Where(p => p.State is not (PostState.Published or PostState.Failed or PostState.Missed)).Select(p => $"{p.Content.Caption} {p.State}, slot {p.Slot:T}"),
            .. acts!.Select(a => $"{a.Kind} {a.Id.Value} {a.State}, attempt {a.Attempts}, due {a.DueAt:T}, {a.Reason} {a.ErrorDetail}"),
            .. due!.Select(d => $"due {d.Kind} {d.DueAt:T}"),
            await product.Tell(),
        ]);
    }

    private static async Task Plan(ProductProcess product, IServiceProvider services)
    {
        // Slots begin when everything is written and the programs run.
        var first = services.GetRequiredService<TimeProvider>().GetUtcNow().AddSeconds(20 + (Posts / 10));
        await ManyPosts.Plan(product, services, Posts, Accounts, i => first.AddSeconds(i / 5.0));
    }

    /// <summary>By the product's own clock: Instagram's was moved.</summary>
    private async Task Report(ProductProcess product, List<Post> posts)
    {
        var known = await product.Ask<Dictionary<Guid, DateTimeOffset?>>(async db => await db.Set<Act>().IgnoreQueryFilters().Where(a => a.Kind == PostWork.Publish && a.State == ActState.Done)
            .ToDictionaryAsync(a => a.SubjectId, a => a.EndedAt, Ct));
        var late = posts.Select(p => (known![p.Id.Value] - p.Slot)!.Value.TotalSeconds).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"known to be published so many seconds after the slot: half {late[late.Count / 2]:0.0}, 95 of 100 {late[late.Count * 95 / 100]:0.0}, 99 of 100 {late[late.Count * 99 / 100]:0.0}, the last {late[^1]:0.0}"));
    }
}
