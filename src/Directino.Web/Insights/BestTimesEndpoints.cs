using System.Globalization;
using Directino.Accounts;
using Directino.Insights.BestTimes;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Insights;

/// <summary>When an account's posts are best placed, for programs.</summary>
internal static class BestTimesEndpoints
{
    public static IEndpointRouteBuilder MapBestTimes(this IEndpointRouteBuilder api)
    {
        api.MapGet("/accounts/{id}/best-times", Get).RequireAuthorization(nameof(Permission.SeeInsights)).WithTags("Insights").WithName("GetBestTimes")
            .WithSummary("Of each weekday the hour in which most followers are online, and the one whose posts reached most.").WithDescription("How much each rests on, or why it says nothing.");
        return api;
    }

    private static async Task<Results<Ok<BestTimesAnswer>, NotFound>> Get(AccountId id, CurrentVisitor visitors, BestTimesReader reader, CancellationToken ct) =>
        await reader.Find((await visitors.Get(ct)).Workspace, id, ct) is { } view ? TypedResults.Ok(BestTimesAnswer.Of(view)) : TypedResults.NotFound();
}

/// <param name="TimeZone">The zone on whose clock the times are.</param>
/// <param name="Online">Followers online, on average; Instagram's hours are read in California's time, which it does not say.</param>
/// <param name="Posts">Accounts reached by the post in the middle of those published in the hour.</param>
internal sealed record BestTimesAnswer(Guid Account, string TimeZone, BestHoursAnswer Online, BestHoursAnswer Posts)
{
    public static BestTimesAnswer Of(BestTimesView view) => new(view.Account.Value, view.TimeZone, BestHoursAnswer.Of(view.Online), BestHoursAnswer.Of(view.Posts));
}

/// <param name="Hours">At most one a weekday, the strongest first.</param>
/// <param name="IsDaily">All days were taken together: no hour of the week had enough by itself.</param>
/// <param name="Missing">Why there is none.</param>
/// <param name="RestsOn">How many days, or posts, were counted.</param>
/// <param name="Needs">How many it takes.</param>
internal sealed record BestHoursAnswer(IReadOnlyList<BestHourAnswer> Hours, bool IsDaily, TimesMissing? Missing, int RestsOn, int Needs, DateOnly? From, DateOnly? To)
{
    public static BestHoursAnswer Of(BestHours hours) => new([.. hours.Hours.Select(BestHourAnswer.Of)], hours.IsDaily, hours.Missing, hours.RestsOn, hours.Needs, hours.From, hours.To);
}

/// <param name="Time">The beginning of the hour, as in <c>18:00</c>.</param>
/// <param name="Usual">The same of the whole week.</param>
internal sealed record BestHourAnswer(DayOfWeek Weekday, string Time, double Level, double Usual, int RestsOn)
{
    public static BestHourAnswer Of(BestHour hour) => new(
        hour.At.Weekday, new TimeOnly(hour.At.Hour, 0).ToString("HH:mm", CultureInfo.InvariantCulture), Math.Round(hour.Level, 1), Math.Round(hour.Usual, 1), hour.RestsOn);
}
