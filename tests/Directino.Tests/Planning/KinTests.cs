using Directino.Planning;
using Directino.Planning.Evergreen;
using Directino.Planning.Groups;
using Directino.Tests.Media;
using Directino.Tests.Planning.Series;
using Directino.Tests.Studio;

namespace Directino.Tests.Planning;

/// <summary>What cards of the calendar tell a post belongs to.</summary>
public sealed class KinTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_of_several_accounts_of_a_series_and_of_the_pool_say_so_and_others_do_not()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        shop.LendMedia();
        var (nora, terra) = (await shop.Connect("nora.bakes"), await shop.Connect("studio.terra"));
        var picture = await shop.Upload(TestPictures.Small);
        var alone = await shop.Draft(nora, "Alone");
        GroupMember Of(Directino.Accounts.ConnectedAccount account) => new(PostContent.OnePicture(account.Id, picture.Id, "Together"), null);
        var posts = (await studio.Get<PostGroups>().Save(shop.Id, shop.Owner, [Of(nora), Of(terra)], GroupAim.Keep, Ct)).ShouldBeOfType<GroupOutcome.Done>().Posts;
        await shop.Repeat(nora, SeriesInStudio.Weekly(DateOnly.FromDateTime(studio.Clock.GetUtcNow().UtcDateTime), DayOfWeek.Friday));
        await studio.PassTime(TimeSpan.FromMinutes(1));
        await using (var db = shop.Open())
        {
            db.Add(new EvergreenUse { AccountId = nora.Id, Slot = studio.Clock.GetUtcNow(), WorkspaceId = shop.Id, EvergreenId = EvergreenId.New(studio.Clock), PostId = alone.Id });
            await db.SaveChangesAsync(Ct);
        }

        var lines = (await studio.Get<PlanReader>().List(shop.Id, null, null, 100, Ct)).ToLookup(p => p.Beginning);
        lines["Together"].Count().ShouldBe(2);
        lines["Together"].ShouldAllBe(p => p.IsTogether && !p.IsOfSeries && !p.IsEvergreen);
        lines["Rye"].Count().ShouldBeGreaterThan(0);
        lines["Rye"].ShouldAllBe(p => p.IsOfSeries && !p.IsTogether && !p.IsEvergreen);
        lines["Alone"].ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.IsEvergreen.ShouldBeTrue(), p => p.IsTogether.ShouldBeFalse(), p => p.IsOfSeries.ShouldBeFalse());

        // The last of those that were written together is alone again.
        await studio.Get<Planner>().Delete(shop.Id, posts[1].Id, null, Ct);
        (await studio.Get<PlanReader>().List(shop.Id, null, null, 100, Ct)).Single(p => p.Id == posts[0].Id).IsTogether.ShouldBeFalse();
    }
}
