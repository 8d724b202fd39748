using Directino.Sandbox.Insights;
using Directino.Sandbox.Media;

namespace Directino.Sandbox.Cast;

/// <summary>
/// What Instagram would have counted for a page: a weekly rhythm, a wave after each post, a slow growth. A pure function of the
/// day, so that a sandbox that lives on keeps counting.
/// </summary>
internal sealed class CastNumbers(CastPage page, DateOnly anchor, IReadOnlyDictionary<DateOnly, double> heatByDay)
{
    private static readonly double[] Wave = [.5, .27, .13, .06, .04];

    public DailyNumbers Day(DateOnly day)
    {
        var n = day.DayNumber;
        double Around(string what, double spread) => CastChance.Around(page.Username + what, n, spread);
        long Share(double of, double rate, string what, double spread = .22) => (long)Math.Round(of * rate * Around(what, spread));

        var heat = Heat(day);
        var size = page.Followers * Math.Pow(1.0011, n - anchor.DayNumber);
        var reach = size * page.Week[(int)day.DayOfWeek] * Around("reach", .09) * (.055 + (.17 * heat));
        var likes = Share(reach, .062, "likes");
        return new DailyNumbers
        {
            Reach = (long)reach,
            Views = Share(reach, 1.62, "views", .07),
            AccountsEngaged = Share(reach, .058, "engaged"),
            Likes = likes,
            Comments = Share(likes, .045, "comments"),
            Shares = Share(likes, .07, "shares"),
            Saves = Share(likes, .11, "saves"),
            Replies = Share(likes, .012, "replies", .5),
            Reposts = Share(likes, .009, "reposts", .5),
            ProfileViews = Share(reach, .047, "profile"),
            ProfileLinksTaps = Share(reach, .0042, "taps", .4),
            WebsiteClicks = Share(reach, .0055, "website", .4),
            Follows = Share(size, .0013, "follows", .3) + Share(reach, .0034, "found", .3),
            Unfollows = Share(size, .0012, "unfollows", .3),
        };
    }

    /// <summary>A post's lifetime totals, and its likes.</summary>
    public (MediaNumbers Numbers, int Likes) Post(int index, double heat)
    {
        double Around(string what, double spread) => CastChance.Around(page.Username + what, index, spread);
        var reach = page.Followers * .31 * heat * Around("post", .24) * Math.Pow(.994, index);
        return (new MediaNumbers
        {
            Reach = (long)reach,
            Views = (long)(reach * 1.48 * Around("post-views", .08)),
            Saved = (long)(reach * .0088 * Around("post-saved", .4)),
            Shares = (long)(reach * .0052 * Around("post-shares", .4)),
            Reposts = (long)(reach * .0009 * Around("post-reposts", .5)),
            Follows = (long)(reach * .0016 * Around("post-follows", .5)),
            ProfileVisits = (long)(reach * .014 * Around("post-visits", .3)),
        }, (int)(reach * .067 * Around("post-likes", .2)));
    }

    private double Heat(DateOnly day)
    {
        var heat = 0d;
        for (var age = 0; age < Wave.Length; age++) heat += Wave[age] * HeatOn(day.AddDays(-age));
        return heat;
    }

    /// <summary>After the anchor nobody has written the story yet: a post every second or third day.</summary>
    private double HeatOn(DateOnly day) => heatByDay.TryGetValue(day, out var heat) ? heat
        : day >= anchor && CastChance.Of(page.Username + "later", day.DayNumber) < .42 ? 1 : 0;
}
