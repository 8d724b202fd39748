using System.Diagnostics;
using System.Globalization;
using Directino.Instagram;
using Directino.Ledger;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Survival;

/// <summary>Everybody's posts are due at the same moment. Only by <c>./bench rush</c>: it says how long each waited for its turn.</summary>
[Trait("needs", "bench")]
public sealed class RushTests(ITestOutputHelper output)
{
    private static readonly int Posts = ManyPosts.Number("DIRECTINO_RUSH_POSTS", 200), Accounts = ManyPosts.Number("DIRECTINO_RUSH_ACCOUNTS", 20);

    /// <summary>Over how many seconds the slots are spread; 0 is one moment for all.</summary>
    private static readonly int Spread = ManyPosts.Number("DIRECTINO_RUSH_SPREAD", 0);

    /// <summary>Seconds from the first write to the first slot; in them the posts are written and their containers made.</summary>
    private static readonly int Ahead = ManyPosts.Number("DIRECTINO_RUSH_AHEAD", 60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Posts_of_one_moment_leave_soon(bool onPostgres)
    {
        await using var product = await ProductProcess.Prepare(onPostgres, Ct);
        DateTimeOffset first = default;
        await product.Use(services =>
        {
            first = services.GetRequiredService<TimeProvider>().GetUtcNow().AddSeconds(Ahead);
            return ManyPosts.Plan(product, services, Posts, Accounts, i => first.AddSeconds(Spread * i / (double)Posts));
        });
        await product.Start(Ct, "--Instagram:CallTimeout=00:00:20");
        await Published(product);
        (await product.Instagram.Effects("published", Ct)).Select(e => e.Text).Distinct().Count().ShouldBe(Posts);
        output.WriteLine($"{(onPostgres ? "PostgreSQL" : "SQLite")}: {Posts} posts of {Accounts} accounts, slots within {Spread} s");
        await Report(product);
        await product.Use(services => Ceiling(product, services));
    }

    private static async Task Published(ProductProcess product)
    {
        for (var looks = 0; looks < 2000; looks++)
        {
            var open = await product.Ask(async db => (await db.Set<Post>().IgnoreQueryFilters().CountAsync(p => p.State != PostState.Published, Ct)).ToString(CultureInfo.InvariantCulture));
            if (open == "0")
                return;
            for (var i = 0; i < 20; i++)
                await Eventually.Pause(Ct);
        }

        throw new TimeoutException($"Not every post was published.\n{await product.Tell()}");
    }

    private async Task Report(ProductProcess product)
    {
        var slots = (await product.Ask(async db => await db.Set<Post>().IgnoreQueryFilters().Select(p => new { p.Id, p.Slot }).ToListAsync(Ct)))!.ToDictionary(p => p.Id.Value, p => p.Slot!.Value);
        var acts = await product.Ask(async db => await db.Set<Act>().IgnoreQueryFilters().Where(a => a.Kind == PostWork.Publish && a.State == ActState.Done)
            .Select(a => new { a.SubjectId, a.SendingSince, a.EndedAt }).ToListAsync(Ct));
        output.WriteLine(Line("call began after the slot", acts!.Select(a => (a.SendingSince!.Value - slots[a.SubjectId]).TotalSeconds)));
        output.WriteLine(Line("known to be out after the slot", acts!.Select(a => (a.EndedAt!.Value - slots[a.SubjectId]).TotalSeconds)));
    }

    private static string Line(string what, IEnumerable<double> all)
    {
        var sorted = all.Order().ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"  {what}, s: first {sorted[0]:0.00}, half {sorted[sorted.Count / 2]:0.00}, 95 of 100 {sorted[sorted.Count * 95 / 100]:0.00}, last {sorted[^1]:0.00}");
    }

    /// <summary>As many bare calls of the client to the same sandbox, as many at once as there are cores: quicker than this nobody is.</summary>
    private async Task Ceiling(ProductProcess product, IServiceProvider services)
    {
        var client = services.GetRequiredService<InstagramClient>();
        var login = await product.Instagram.LogIn(ManyPosts.Username(0), Ct);
        var access = new InstagramAccess(InstagramLogin.Instagram, login.UserId, login.Token);
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Posts, Ct, async (_, ct) => await client.Publishing.Limit(access, ct));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ceiling: {Posts} bare calls take {clock.Elapsed.TotalSeconds:0.0} s"));
    }
}
