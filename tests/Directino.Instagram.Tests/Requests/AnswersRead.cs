using System.Net;
using Directino.Instagram.Errors;
using Directino.Instagram.Insights;
using Directino.Instagram.Publishing;

namespace Directino.Instagram.Tests.Requests;

public sealed class AnswersRead
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"access_token":"IGAA","user_id":27001122334455667,"permissions":["instagram_business_basic","instagram_business_manage_comments"]}""")]
    [InlineData("""{"data":[{"access_token":"IGAA","user_id":"27001122334455667","permissions":"instagram_business_basic,instagram_business_manage_comments"}]}""")]
    public async Task A_code_exchange_is_read_wrapped_and_flat(string answer)
    {
        var meta = new FakeInstagram().Answers(answer);
        var exchange = await meta.Client.Login.ExchangeCode(InstagramLogin.Instagram, "c", new Uri("https://app.example/"), Cancellation);
        exchange.Token.ShouldBe("IGAA");
        exchange.UserId.ShouldBe("27001122334455667");
        exchange.Permissions.ShouldBe(["instagram_business_basic", "instagram_business_manage_comments"]);
    }

    [Theory]
    [InlineData("""{"option_a":"Rye","option_a_votes_percentage":0.25,"option_b":"Wheat","option_b_votes_percentage":"0.75","expiration_timestamp":"1764000000"}""")]
    [InlineData("""{"data":{"option_a":"Rye","option_a_votes_percentage":0.25,"option_b":"Wheat","option_b_votes_percentage":0.75,"option_c":"","expiration_timestamp":1764000000}}""")]
    [InlineData("""{"poll_attachment":{"option_b":"Wheat","option_a":"Rye","option_b_votes_percentage":0.75,"option_a_votes_percentage":0.25,"expiration_timestamp":"2025-11-24T16:00:00+0000"},"id":"1"}""")]
    public async Task A_poll_is_read_however_it_is_wrapped(string answer)
    {
        var poll = await new FakeInstagram().Answers(answer).Client.Media.Poll(FakeInstagram.Facebook, "1", Cancellation);
        poll!.Answers.ShouldBe([new PollAnswer("Rye", 0.25m), new PollAnswer("Wheat", 0.75m)]);
        poll.EndsAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_764_000_000));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"1"}""")]
    public async Task No_poll_is_none_and_parts_that_are_not_told_stay_unknown(string answer)
    {
        var meta = new FakeInstagram().Answers(answer).Answers("""{"option_a":"Rye","option_b":"Wheat"}""");
        (await meta.Client.Media.Poll(FakeInstagram.Facebook, "1", Cancellation)).ShouldBeNull();
        (await meta.Client.Media.Poll(FakeInstagram.Facebook, "1", Cancellation))!.ShouldSatisfyAllConditions(
            p => p.Answers.ShouldAllBe(a => a.Share == null), p => p.EndsAt.ShouldBeNull());
    }

    [Fact]
    public async Task Permissions_that_are_not_told_stay_unknown()
    {
        var meta = new FakeInstagram().Answers("""{"access_token":"IGAA","user_id":1}""");
        (await meta.Client.Login.ExchangeCode(InstagramLogin.Instagram, "c", new Uri("https://app.example/"), Cancellation)).Permissions.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"id":"27001122334455667","user_id":"17841400000000001","username":"bakery","followers_count":"1204"}""")]
    [InlineData("""{"data":[{"id":27001122334455667,"user_id":17841400000000001,"username":"bakery","followers_count":1204}]}""")]
    public async Task An_account_is_read_wrapped_and_flat(string answer)
    {
        var account = await new FakeInstagram().Answers(answer).Client.Accounts.Me(InstagramLogin.Instagram, "t", Cancellation);
        account.UserId.ShouldBe("17841400000000001");
        account.Id.ShouldBe("27001122334455667");
        account.FollowersCount.ShouldBe(1204);
        account.MediaCount.ShouldBeNull();
    }

    [Fact]
    public async Task A_Page_without_an_account_is_told_apart()
    {
        var meta = new FakeInstagram().Answers("""{"id":"104"}""");
        await Should.ThrowAsync<ObjectGoneException>(() => meta.Client.Accounts.Me(InstagramLogin.Facebook, "t", Cancellation));
    }

    [Theory]
    [InlineData("FINISHED", "Finished: Media has been uploaded and it is ready to be published.", ContainerCode.Finished, null)]
    [InlineData("IN_PROGRESS", null, ContainerCode.InProgress, null)]
    [InlineData("PUBLISHED", null, ContainerCode.Published, null)]
    [InlineData("EXPIRED", null, ContainerCode.Expired, null)]
    [InlineData("ERROR", "Error: Media upload has failed with error code 2207026", ContainerCode.Error, 2207026)]
    [InlineData("NEW_WORD", null, ContainerCode.Unknown, null)]
    public async Task A_container_tells_where_it_stands(string code, string? text, ContainerCode expected, int? subcode)
    {
        var meta = new FakeInstagram().Answers($$"""{"id":"1","status_code":"{{code}}","status":{{(text is null ? "null" : $"\"{text}\"")}}}""");
        (await meta.Client.Publishing.ContainerStatus(FakeInstagram.Instagram, "1", Cancellation)).ShouldBe(new ContainerStatus(expected, text, subcode));
    }

    [Fact]
    public async Task The_publishing_limit_is_read_not_assumed()
    {
        var meta = new FakeInstagram()
            .Answers("""{"data":[{"quota_usage":2,"config":{"quota_total":50,"quota_duration":86400}}]}""").Answers("""{"data":[{"quota_usage":2}]}""");
        var limit = await meta.Client.Publishing.Limit(FakeInstagram.Instagram, Cancellation);
        limit.ShouldBe(new PublishingLimit(2, 50, TimeSpan.FromDays(1)));
        limit.Left.ShouldBe(48);
        (await meta.Client.Publishing.Limit(FakeInstagram.Instagram, Cancellation)).Left.ShouldBeNull();
    }

    [Fact]
    public async Task A_host_that_refuses_the_caption_is_asked_again_without_it()
    {
        var meta = new FakeInstagram().Fails(100, message: "Tried accessing nonexisting field (caption)")
            .Answers("""{"id":"1","timestamp":"2026-05-01T12:00:00+0000","like_count":3}""");
        var media = await meta.Client.Media.Get(FakeInstagram.Instagram, "1", Cancellation);
        media.Timestamp.ShouldBe(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
        media.LikeCount.ShouldBe(3);
        media.CommentsCount.ShouldBeNull();
        meta.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_list_ends_where_next_is_missing_not_where_a_page_is_short()
    {
        var meta = new FakeInstagram()
            .Answers("""{"data":[],"paging":{"cursors":{"after":"a1"},"next":"https://x/?access_token=t"}}""")
            .Answers("""{"data":[{"id":1}],"paging":{"cursors":{"after":"a2"}}}""");
        (await meta.Client.Media.List(FakeInstagram.Instagram, cancellation: Cancellation)).After.ShouldBe("a1");
        var last = await meta.Client.Media.List(FakeInstagram.Instagram, after: "a1", cancellation: Cancellation);
        last.After.ShouldBeNull();
        last.Items.ShouldHaveSingleItem().Id.ShouldBe("1");
    }

    [Fact]
    public async Task Comments_come_with_their_replies()
    {
        var meta = new FakeInstagram().Answers("""{"data":[{"id":"11","text":"Back?","timestamp":"2026-03-04T10:15:30+0000","from":{"id":"5","username":"ana"},"replies":{"data":[{"id":"12","text":"Yes"}]}}]}""");
        var comment = (await meta.Client.Comments.List(FakeInstagram.Instagram, "18", cancellation: Cancellation)).Items.ShouldHaveSingleItem();
        comment.FromId.ShouldBe("5");
        comment.MediaId.ShouldBe("18");
        comment.Replies.ShouldHaveSingleItem().ParentId.ShouldBe("11");
    }

    [Fact]
    public async Task A_conversation_is_read_message_by_message()
    {
        var meta = new FakeInstagram()
            .Answers("""{"data":[{"id":"conv","updated_time":"2026-03-04T10:30:00+0000"}]}""")
            .Answers("""{"data":[]}""")
            .Answers("""{"messages":{"data":[{"id":"m2","created_time":"2026-03-04T10:30:00+0000"},{"id":"m1"}]},"id":"conv"}""")
            .Answers("""{"id":"m2","created_time":"2026-03-04T10:30:00+0000","from":{"username":"ana","id":"5"},"to":{"data":[{"username":"shop","id":"1784"}]},"message":"Great"}""");
        var messages = meta.Client.Messages;
        (await messages.Conversation(FakeInstagram.Instagram, "5", Cancellation)).ShouldBe("conv");
        (await messages.Conversation(FakeInstagram.Instagram, "6", Cancellation)).ShouldBeNull();
        (await messages.Messages(FakeInstagram.Instagram, "conv", Cancellation)).Select(message => message.Id).ShouldBe(["m2", "m1"]);
        var detail = await messages.Message(FakeInstagram.Instagram, "m2", Cancellation);
        detail.From!.Id.ShouldBe("5");
        detail.To.ShouldHaveSingleItem().Username.ShouldBe("shop");
        detail.Text.ShouldBe("Great");
    }

    [Fact]
    public async Task A_text_is_measured_in_bytes_before_it_is_sent()
    {
        var meta = new FakeInstagram().Answers("""{"message_id":"m","recipient_id":5}""");
        await Should.ThrowAsync<InvalidRequestException>(() => meta.Client.Messages.SendText(FakeInstagram.Instagram, "5", new string('س', 501), cancellation: Cancellation));
        meta.Calls.ShouldBe(0);
        (await meta.Client.Messages.SendText(FakeInstagram.Instagram, "5", new string('س', 500), cancellation: Cancellation)).RecipientId.ShouldBe("5");
    }

    [Fact]
    public async Task Missing_numbers_stay_missing()
    {
        var meta = new FakeInstagram().Answers("""{"data":[{"name":"likes","total_value":{"value":148}},{"name":"follows_and_unfollows"},{"name":"shares","total_value":{}},{"name":"reels_skip_rate","values":[{"value":48.4}]},{"name":"ig_reels_video_view_total_time","values":[{"value":99999999999}]}]}""");
        var day = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        var answer = await meta.Client.Insights.Account(FakeInstagram.Instagram, ["likes", "views"], day, day.AddDays(1), cancellation: Cancellation);
        answer["likes"].ShouldBe(148);
        answer["views"].ShouldBeNull();
        answer["shares"].ShouldBeNull();
        answer["reels_skip_rate"].ShouldBe(48.4m);
        answer["ig_reels_video_view_total_time"].ShouldBe(99_999_999_999m);
        answer.Values.ShouldNotContain(value => value.Name == "follows_and_unfollows");
        answer.Unsupported.ShouldBeEmpty();
    }

    [Fact]
    public async Task Parts_are_found_by_the_name_of_their_dimension()
    {
        var meta = new FakeInstagram().Answers("""{"data":[{"name":"engaged_audience_demographics","total_value":{"breakdowns":[{"dimension_keys":["timeframe","country"],"results":[{"dimension_values":["THIS_MONTH","PT"],"value":41}]}]}}]}""");
        var answer = await meta.Client.Insights.Demographics(FakeInstagram.Instagram, "engaged_audience_demographics", "country", cancellation: Cancellation);
        var metric = answer.Values.ShouldHaveSingleItem();
        metric.Value.ShouldBeNull();
        metric.Breakdown.ShouldHaveSingleItem().Dimensions["country"].ShouldBe("PT");
    }

    [Theory]
    [InlineData("""{"0":5400,"23":"12","24":7,"x":1,"5":null,"6":-3,"7":4.6}""", "0=5400 7=5 23=12")]
    [InlineData("{}", "")]
    [InlineData("17", "")]
    [InlineData("null", "")]
    public async Task Of_followers_on_line_what_cannot_be_read_is_left_out(string value, string hours)
    {
        var meta = new FakeInstagram().Answers($$"""{"data":[{"name":"online_followers","period":"lifetime","values":[{"value":{{value}},"end_time":"2026-03-03T08:00:00+0000"},{"end_time":null}]}]}""");
        var day = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        var answer = await meta.Client.Insights.OnlineFollowers(FakeInstagram.Instagram, day, day.AddDays(2), Cancellation);
        answer.IsUnsupported.ShouldBeFalse();
        answer.Days.Count.ShouldBe(2);
        answer.Days[0].EndTime.ShouldBe(new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero));
        string.Join(' ', answer.Days[0].Hours.OrderBy(h => h.Key).Select(h => $"{h.Key}={h.Value}")).ShouldBe(hours);
        answer.Days[1].EndTime.ShouldBeNull();
        answer.Days[1].Hours.ShouldBeEmpty();
    }

    [Fact]
    public async Task Followers_on_line_that_a_host_does_not_serve_are_told_as_unsupported()
    {
        var meta = new FakeInstagram().Fails(100, message: "(#100) metric[0] must be one of the following values: reach, views");
        var day = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        var answer = await meta.Client.Insights.OnlineFollowers(FakeInstagram.Instagram, day, day.AddDays(2), Cancellation);
        answer.IsUnsupported.ShouldBeTrue();
        answer.Days.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_series_has_a_point_for_each_day()
    {
        var meta = new FakeInstagram().Answers("""{"data":[{"name":"reach","period":"day","values":[{"value":312,"end_time":"2026-03-03T08:00:00+0000"},{"end_time":"2026-03-04T08:00:00+0000"}]}]}""");
        var day = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        var series = await meta.Client.Insights.AccountSeries(FakeInstagram.Instagram, ["reach"], day, day.AddDays(2), Cancellation);
        series.Points.ShouldBe([
            new MetricPoint("reach", new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero), 312),
            new MetricPoint("reach", new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero), null),
        ]);
    }

    [Theory]
    [InlineData(100, null, "(#100) The Media Insights API does not support the follows metric for this media product type.", "follows")]
    [InlineData(100, null, "Instagram Insights Media API endpoint does not support the metrics: reposts", "reposts")]
    [InlineData(100, null, "(#100) metric[1] must be one of the following values: reach, views, reposts, crossposted_views", "follows")]
    [InlineData(-1, 2207086, "Fatal", "crossposted_views")]
    public async Task A_metric_that_is_refused_is_dropped_and_reported(int code, int? subcode, string message, string dropped)
    {
        var meta = new FakeInstagram().Fails(code, subcode, message: message).Answers("""{"data":[{"name":"reach","values":[{"value":904}]}]}""");
        var answer = await meta.Client.Insights.Media(FakeInstagram.Instagram, "18", ["reach", "follows", "reposts", "crossposted_views"], Cancellation);
        answer["reach"].ShouldBe(904);
        answer.Unsupported.ShouldBe([dropped]);
        meta.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_that_names_no_metric_is_passed_on()
    {
        var meta = new FakeInstagram().Fails(100, message: "(#100) There cannot be more than 30 days (2592000 s) between since and until");
        await Should.ThrowAsync<InvalidRequestException>(() => meta.Client.Insights.Media(FakeInstagram.Instagram, "18", ["reach"], Cancellation));
    }

    [Fact]
    public async Task A_story_few_people_saw_has_no_numbers_rather_than_an_error()
    {
        var meta = new FakeInstagram().Fails(10, message: "(#10) Not enough viewers for the media to show insights");
        (await meta.Client.Insights.Media(FakeInstagram.Instagram, "18", ["reach"], Cancellation)).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task Usage_is_reported_with_every_answer_and_gives_the_waiting_time_of_a_refusal()
    {
        const string cases = """{"17841400000000001":[{"type":"instagram","call_count":95,"total_cputime":20,"total_time":20,"estimated_time_to_regain_access":19}]}""";
        const string app = """{"call_count":28,"total_time":25,"total_cputime":25}""";
        var meta = new FakeInstagram()
            .Answers("""{"data":[]}""", HttpStatusCode.OK, ("X-App-Usage", app))
            .Answers("""{"error":{"message":"limit","type":"OAuthException","code":80002}}""", HttpStatusCode.BadRequest, ("X-App-Usage", app), ("X-Business-Use-Case-Usage", cases))
            .Answers("""{"data":[]}""", HttpStatusCode.OK, ("X-App-Usage", "not json"));
        var reports = new List<InstagramUsage>();
        meta.Client.UsageReported = (_, usage) => reports.Add(usage);

        await meta.Client.Publishing.Limit(FakeInstagram.Instagram, Cancellation);
        var refused = await Should.ThrowAsync<RateLimitedException>(() => meta.Client.Publishing.Limit(FakeInstagram.Instagram, Cancellation));
        await meta.Client.Publishing.Limit(FakeInstagram.Instagram, Cancellation);

        refused.RetryAfter.ShouldBe(TimeSpan.FromMinutes(19));
        reports.Count.ShouldBe(2);
        reports[0].MaxPercent.ShouldBe(28);
        reports[1].MaxPercent.ShouldBe(95);
        reports[1].Regain.ShouldBe(TimeSpan.FromMinutes(19));
        reports[1].Buckets.Select(bucket => (bucket.Name, bucket.OwnerId)).ShouldBe([("app", null), ("instagram", "17841400000000001")]);
    }

    [Fact]
    public async Task An_account_that_is_to_be_left_alone_is_not_asked()
    {
        var meta = new FakeInstagram().Answers("""{"data":[]}""");
        TimeSpan? left = TimeSpan.FromMinutes(3);
        meta.Client.HoldBack = _ => left;
        var refused = await Should.ThrowAsync<RateLimitedException>(() => meta.Client.Publishing.Limit(FakeInstagram.Instagram, Cancellation));
        refused.RetryAfter.ShouldBe(left);
        meta.Calls.ShouldBe(0);

        left = null;
        await meta.Client.Publishing.Limit(FakeInstagram.Instagram, Cancellation);
        meta.Calls.ShouldBe(1);
    }

    [Fact]
    public void Tokens_are_never_printed()
    {
        FakeInstagram.Instagram.ToString().ShouldNotContain("IGAAtoken");
        new Login.CodeExchange("precious", "1", null, null).ToString().ShouldNotContain("precious");
        new Login.LongLivedToken("precious", null).ToString().ShouldNotContain("precious");
        new Login.LinkedAccount("1", "Bakery", "precious", [], null, null, null).ToString().ShouldNotContain("precious");
    }
}
