using System.Globalization;
using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Series;
using Directino.Tests.Media;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning.Series;

/// <summary>What a test does with series.</summary>
internal static class SeriesInStudio
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static RepeatRule Weekly(DateOnly first, params DayOfWeek[] days) => new() { Unit = RepeatUnit.Week, First = first, Weekdays = days };

    public static async Task<PostContent> Words(this TestWorkspace shop, ConnectedAccount account, string caption)
    {
        shop.LendMedia();
        return PostContent.OnePicture(account.Id, (await shop.Upload(TestPictures.Small)).Id, caption, "A loaf");
    }

    public static async Task<PostSeries> Repeat(this TestWorkspace shop, ConnectedAccount account, RepeatRule rule, string caption = "Rye", string time = "18:00") =>
        (await shop.Studio.Get<SeriesBook>().Start(shop.Id, shop.Owner, new NewSeries(await shop.Words(account, caption), "en-GB", rule, TimeOnly.Parse(time, CultureInfo.InvariantCulture)), null, Ct))
            .ShouldBeOfType<SeriesOutcome.Done>().Series;

    public static async Task<PostSeries> Change(this TestWorkspace shop, PostSeries series, Func<NewSeries, NewSeries> change)
    {
        var now = (await shop.Look(series)).Series;
        var wanted = change(new NewSeries(now.Content, now.Language, now.Rule, now.Time));
        return (await shop.Studio.Get<SeriesBook>().Change(shop.Id, series.Id, shop.Owner, wanted, now.Version, Ct)).ShouldBeOfType<SeriesOutcome.Done>().Series;
    }

    public static async Task<SeriesView> Look(this TestWorkspace shop, PostSeries series) => (await shop.Studio.Get<SeriesReader>().Find(shop.Id, series.Id, Ct)).ShouldNotBeNull();

    /// <summary>The posts there are, in order of time.</summary>
    public static async Task<IReadOnlyList<Post>> Posts(this TestWorkspace shop)
    {
        await using var db = shop.Open();
        return await db.Set<Post>().AsNoTracking().OrderBy(p => p.At).ToListAsync(Ct);
    }

    /// <summary>What they say and when the clock of Lisbon shows it.</summary>
    public static async Task<IReadOnlyList<string>> Plan(this TestWorkspace shop, string zone = "Europe/Lisbon") =>
        [.. (await shop.Posts()).Select(p => $"{LocalTime.Of(p.At!.Value, LocalTime.Zone(zone)):MM-dd HH:mm} {p.Caption} {p.State}")];
}
