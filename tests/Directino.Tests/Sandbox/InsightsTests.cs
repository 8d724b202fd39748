using System.Text.Json.Nodes;

namespace Directino.Tests.Sandbox;

public sealed class InsightsTests
{
    [Fact]
    public async Task Reach_of_a_window_is_not_the_sum_of_its_days()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var days = (await Ask(sandbox, token, $"metric=reach&period=day&{Range(7)}")).Json["data"]![0]!["values"]!.AsArray();
        days.Count.ShouldBe(7);
        days[0]!["end_time"]!.ToString().ShouldEndWith("T08:00:00+0000");
        var whole = (long)(await Ask(sandbox, token, $"metric=reach&period=day&metric_type=total_value&{Range(7)}")).Json["data"]![0]!["total_value"]!["value"]!;
        whole.ShouldBeLessThan(days.Sum(d => (long)d!["value"]!));
        whole.ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task Counts_add_up_and_a_breakdown_adds_up_to_its_total()
    {
        await using var sandbox = await SandboxHost.Start();
        var likes = (await Ask(sandbox, sandbox.Token(), $"metric=likes&period=day&metric_type=total_value&breakdown=media_product_type&{Range(7)}")).Json["data"]![0]!["total_value"]!;
        ((long)likes["value"]!).ShouldBe(140);
        likes["breakdowns"]![0]!["results"]!.AsArray().Sum(r => (long)r!["value"]!).ShouldBe(140);
    }

    [Fact]
    public async Task What_does_not_exist_is_empty_and_not_zero()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        (await Ask(sandbox, token, $"metric=replies&period=day&metric_type=total_value&{Range(7)}")).Json["data"]!.AsArray().ShouldBeEmpty();
        var tomorrow = sandbox.Clock.GetUtcNow().AddDays(1);
        (await Ask(sandbox, token, $"metric=likes&period=day&metric_type=total_value&since={tomorrow.ToUnixTimeSeconds()}&until={tomorrow.AddDays(1).ToUnixTimeSeconds()}")).Json["data"]!.AsArray().ShouldBeEmpty();
        (await sandbox.Get($"/v25.0/me/insights?metric=follower_count&period=day&{Range(7)}", sandbox.Token("otto.prints"))).Json["data"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("metric=impressions&period=day", "metric[0] must be one of the following values")]
    [InlineData("metric=views&period=day", "(views) should be specified with parameter metric_type=total_value")]
    [InlineData("metric=online_followers&period=week", "The following periods (week) are incompatible with the metric (online_followers)")]
    [InlineData("metric=views&period=day&metric_type=total_value&since=1700000000&until=1702678401", "There cannot be more than 30 days")]
    [InlineData("metric=views&period=day&metric_type=total_value&breakdown=follower_type", "breakdown[0] must be one of the following values")]
    [InlineData("metric=replies&period=day&metric_type=total_value&breakdown=follow_type", "Incompatible breakdowns (follow_type) for metric (replies)")]
    [InlineData("metric=engaged_audience_demographics&period=lifetime&metric_type=total_value&breakdown=age&timeframe=last_90_days", "timeframe must be one of")]
    [InlineData("metric=nonsense&period=week&metric_type=total_value&breakdown=nonsense", "metric[0] must be one of")]
    public async Task One_fault_fails_the_whole_request(string query, string message)
    {
        await using var sandbox = await SandboxHost.Start();
        var answer = await Ask(sandbox, sandbox.Token(), query);
        answer.ShouldFail(100);
        answer.Error!["message"]!.ToString().ShouldContain(message);
    }

    [Fact]
    public async Task Demographics_have_no_total_and_name_their_dimensions()
    {
        await using var sandbox = await SandboxHost.Start();
        var value = (await Ask(sandbox, sandbox.Token(), "metric=follower_demographics&period=lifetime&metric_type=total_value&breakdown=country")).Json["data"]![0]!["total_value"]!;
        value["value"].ShouldBeNull();
        value["breakdowns"]![0]!["dimension_keys"]![0]!.ToString().ShouldBe("country");
        value["breakdowns"]![0]!["results"]![0]!["dimension_values"]![0]!.ToString().ShouldBe("PT");
    }

    [Fact]
    public async Task Followers_on_line_come_by_the_hour_for_thirty_days_and_from_a_hundred_followers_on()
    {
        await using var sandbox = await SandboxHost.Start();
        var days = (await Ask(sandbox, sandbox.Token(), $"metric=online_followers&period=lifetime&{Range(30)}")).Json["data"]![0]!["values"]!.AsArray();
        days.Count.ShouldBeInRange(28, 30);
        days.ShouldAllBe(d => d!["value"]!.AsObject().Count == 24);
        days.Max(d => (int)d!["value"]!["23"]!).ShouldBe(480);
        days[0]!["end_time"]!.ToString().ShouldEndWith("T07:00:00+0000");
        days[^1]!["end_time"]!.ToString().ShouldEndWith("T08:00:00+0000");
        (await Ask(sandbox, sandbox.Token(), $"metric=online_followers&period=lifetime&since={sandbox.Clock.GetUtcNow().AddDays(-45).ToUnixTimeSeconds()}&until={sandbox.Clock.GetUtcNow().AddDays(-31).ToUnixTimeSeconds()}")).Json["data"]!.AsArray().ShouldBeEmpty();
        (await sandbox.Get($"/v25.0/me/insights?metric=online_followers&period=lifetime&{Range(7)}", sandbox.Token("otto.prints"))).Json["data"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Follows_come_without_value_unless_broken_down()
    {
        await using var sandbox = await SandboxHost.Start();
        var item = (JsonObject)(await Ask(sandbox, sandbox.Token(), $"metric=follows_and_unfollows&period=day&metric_type=total_value&{Range(7)}")).Json["data"]![0]!;
        item.ContainsKey("total_value").ShouldBeFalse();
    }

    [Fact]
    public async Task A_post_has_totals_and_metrics_of_its_kind_only()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var rows = (await sandbox.Get($"/v25.0/{sandbox.Post}/insights?metric=views,reach,likes,comments,saved,total_interactions", token)).ShouldSucceed().Json["data"]!.AsArray();
        rows.Single(r => r!["name"]!.ToString() == "likes")!["values"]![0]!["value"]!.GetValue<int>().ShouldBe(12);
        (await sandbox.Get($"/v25.0/{sandbox.Post}/insights?metric=ig_reels_avg_watch_time", token)).ShouldFail(100);
        (await sandbox.Get($"/v25.0/{sandbox.Post}/insights?metric=total_views", token)).ShouldFail(100);
        (await sandbox.Get($"/fb/v25.0/{sandbox.Post}/insights?metric=total_views", sandbox.Token(host: Directino.Sandbox.Graph.ApiHost.Facebook))).ShouldSucceed();
    }

    [Fact]
    public async Task Insights_need_their_permission()
    {
        await using var sandbox = await SandboxHost.Start();
        (await Ask(sandbox, sandbox.Token(scopes: "instagram_business_basic"), "metric=reach&period=day")).ShouldFail(10);
    }

    private static Task<Answer> Ask(SandboxHost sandbox, string token, string query) => sandbox.Get($"/v25.0/{sandbox.Lena}/insights?{query}", token);

    /// <summary>The test clock stands at 20 November 10:00 UTC, two hours after a Pacific day has ended.</summary>
    private static string Range(int days)
    {
        var until = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        return $"since={until.AddDays(-days).ToUnixTimeSeconds()}&until={until.ToUnixTimeSeconds()}";
    }
}
