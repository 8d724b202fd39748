using System.Text.Json.Nodes;
using Directino.Sandbox.Accounts;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Insights;

/// <summary><c>GET /{ig-user-id}/insights</c>. What does not exist is left out, never 0; people are never added up.</summary>
internal sealed class AccountInsights(World world, IOptions<SandboxOptions> options) : IGraphResource
{
    private const int DaysKept = 90;
    private const int OnlineDaysKept = 30;
    private const int LeastFollowers = 100;
    // Of the people of the other days, this share had not been seen on the best day.
    private const double NewEachDay = 0.4;

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", NodeKind.Account, "insights", "insights", Show) { Instagram = Scopes.Insights, Facebook = Scopes.FacebookInsights },
    ];

    private JsonObject Show(GraphCall call)
    {
        var account = call.Node.Account!;
        var query = AccountInsightsQuery.Read(call, world.Now);
        var data = new JsonArray();
        foreach (var metric in query.Metrics)
        {
            if (metric.NeedsHundred && account.Followers < LeastFollowers) continue;
            if (Item(account, metric, query) is { } item) data.Add(Titled(account, metric, query, item));
        }
        var answer = new JsonObject { ["data"] = data };
        if (data.Count > 0 && query.Period == "day") answer["paging"] = Paging(call, query);
        return answer;
    }

    private JsonObject? Item(SandboxAccount account, AccountMetric metric, AccountInsightsQuery query) => metric switch
    {
        { Demographic: true } => Demographic(account, metric, query),
        { Name: "online_followers" } => Online(account, query),
        _ when query.Series => Series(account, metric, query),
        _ => Total(account, metric, query),
    };

    private JsonObject? Series(SandboxAccount account, AccountMetric metric, AccountInsightsQuery query)
    {
        var length = query.Period switch { "week" => 7, "days_28" => 28, _ => 1 };
        var values = new JsonArray();
        foreach (var day in Days(query))
        {
            var window = Enumerable.Range(0, length).Select(back => day.AddDays(-back));
            if (Sum(account, metric, window) is { } value) values.Add(new JsonObject { ["value"] = value, ["end_time"] = GraphFormat.Time(PacificDays.End(day)) });
        }
        return values.Count == 0 ? null : new() { ["values"] = values };
    }

    private JsonObject? Total(SandboxAccount account, AccountMetric metric, AccountInsightsQuery query)
    {
        if (Sum(account, metric, Days(query)) is not { } total) return null;
        if (metric.Name == "follows_and_unfollows")
        {
            // Without its breakdown the real server sends the item without any value.
            if (query.Breakdowns.Count == 0) return [];
            var lost = Sum(account, metric with { Value = n => n.Unfollows }, Days(query)) ?? 0;
            return new() { ["total_value"] = new JsonObject { ["breakdowns"] = new JsonArray(Breakdown.Of(query.Breakdowns, [("FOLLOWER", total), ("NON_FOLLOWER", lost)])) } };
        }
        var value = new JsonObject { ["value"] = total };
        if (query.Breakdowns.Count > 0) value["breakdowns"] = new JsonArray(Breakdown.Split(query.Breakdowns, total));
        return new() { ["total_value"] = value };
    }

    private JsonObject? Demographic(SandboxAccount account, AccountMetric metric, AccountInsightsQuery query)
    {
        var groups = world.Read(state => state.Demographics.GetValueOrDefault(account.Id));
        var split = groups is null ? null : Breakdown.People(groups, query.Breakdowns, metric.NeedsTimeframe ? query.Timeframe : null);
        return split is null ? null : new() { ["total_value"] = new JsonObject { ["breakdowns"] = new JsonArray(split) } };
    }

    private JsonObject? Online(SandboxAccount account, AccountInsightsQuery query)
    {
        if (world.Read(state => state.Demographics.GetValueOrDefault(account.Id)) is not { OnlineByHour.Count: > 0 } people) return null;
        var values = new JsonArray();
        foreach (var day in Days(query).Where(d => PacificDays.End(d) > world.Now.AddDays(-OnlineDaysKept)))
        {
            var value = new JsonObject();
            foreach (var (hour, online) in people.Online(day).Index()) value[hour.ToString(System.Globalization.CultureInfo.InvariantCulture)] = online;
            values.Add(new JsonObject { ["value"] = value, ["end_time"] = GraphFormat.Time(PacificDays.End(day)) });
        }
        return values.Count == 0 ? null : new() { ["values"] = values };
    }

    private long? Sum(SandboxAccount account, AccountMetric metric, IEnumerable<DateOnly> days)
    {
        var values = world.Read(state => days.Select(day => Numbers(state, account.Id, day) is { } n ? metric.Value!(n) : null).OfType<long>().ToList());
        if (values.Count == 0) return null;
        var (sum, best) = (values.Sum(), values.Max());
        return metric.Unique ? best + (long)Math.Round((sum - best) * NewEachDay) : sum;
    }

    private IEnumerable<DateOnly> Days(AccountInsightsQuery query)
    {
        var now = world.Now;
        return PacificDays.EndingWithin(query.Since, query.Until).Where(day => PacificDays.End(day) + options.Value.InsightsDelay <= now && PacificDays.End(day) > now.AddDays(-DaysKept));
    }

    private static DailyNumbers? Numbers(WorldState state, string account, DateOnly day) =>
        state.Numbers.GetValueOrDefault((account, day)) ?? (state.NumberRules.TryGetValue(account, out var rule) ? rule(day) : null);

    private static JsonObject Titled(SandboxAccount account, AccountMetric metric, AccountInsightsQuery query, JsonObject item)
    {
        item["name"] = metric.Name;
        item["period"] = query.Period;
        item["title"] = metric.Title;
        item["description"] = metric.Title;
        item["id"] = $"{account.Id}/insights/{metric.Name}/{query.Period}";
        return item;
    }

    private static JsonObject Paging(GraphCall call, AccountInsightsQuery query)
    {
        var length = query.Until - query.Since;
        return new()
        {
            ["previous"] = call.AddressWith(Unix("since", query.Since - length), Unix("until", query.Since)),
            ["next"] = call.AddressWith(Unix("since", query.Until), Unix("until", query.Until + length)),
        };
    }

    private static (string, string) Unix(string name, DateTimeOffset at) => (name, at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
}
