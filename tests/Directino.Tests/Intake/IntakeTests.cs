using System.Text;
using System.Text.Json.Nodes;
using Directino.Intake;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Intake;

public sealed class IntakeTests
{
    [Fact]
    public async Task The_same_delivery_ten_times_is_one_event()
    {
        await using var stage = await IntakeStage.Open();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => stage.Deliver(stage.Message("900001", "m_1"))));
        await stage.Process();
        for (var i = 0; i < 3; i++)
            await stage.Deliver(stage.Message("900001", "m_1"));
        await stage.Process();
        (await stage.Stored()).ShouldHaveSingleItem().State.ShouldBe(IntakeState.Done);
        stage.Handler.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_signature_stores_nothing()
    {
        await using var stage = await IntakeStage.Open();
        var body = Encoding.UTF8.GetBytes(stage.Message("900001", "m_1"));
        var right = stage.Sign(body);
        foreach (var wrong in (string?[])["", "sha256=", "sha256=" + new string('0', 64), right[..^1], right.Replace("sha256", "sha1", StringComparison.Ordinal), stage.Sign([.. body, 32])])
            (await stage.Deliver(body, wrong ?? "")).ShouldBeFalse();
        (await stage.Studio.Get<WebhookReceiver>().Receive(body, null)).ShouldBeFalse();
        (await stage.Stored()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Events_of_a_conversation_are_handled_in_the_order_they_came()
    {
        await using var stage = await IntakeStage.Open();
        for (var i = 0; i < 30; i++)
            await stage.Deliver(stage.Message($"90000{i % 3}", $"m_{i:00}", 1_764_000_000_000 + i));
        await stage.Process();
        foreach (var conversation in stage.Handler.Seen.GroupBy(s => s.Conversation))
            conversation.Select(s => s.Key).ShouldBe(conversation.Select(s => s.Key).Order(StringComparer.Ordinal));
        stage.Handler.Seen.Count.ShouldBe(30);
    }

    [Fact]
    public async Task A_failure_holds_back_its_conversation_and_no_other()
    {
        await using var stage = await IntakeStage.Open();
        stage.Handler.Fails = e => e.Key.EndsWith("m_1", StringComparison.Ordinal);
        await stage.Deliver(stage.Message("900001", "m_1"));
        await stage.Deliver(stage.Message("900001", "m_2"));
        await stage.Deliver(stage.Message("900002", "m_3"));
        await stage.Process();
        stage.Handler.Seen.Select(s => s.Key[^3..]).ShouldBe(["m_3"]);
        (await stage.Stored())[0].LastError.ShouldBe(nameof(TimeoutException));

        stage.Handler.Fails = _ => false;
        stage.Studio.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.Process();
        stage.Handler.Seen.Select(s => s.Key[^3..]).ShouldBe(["m_3", "m_1", "m_2"]);
    }

    [Fact]
    public async Task What_fails_for_ever_is_kept_aside_and_lets_the_others_pass()
    {
        await using var stage = await IntakeStage.Open();
        stage.Handler.Fails = e => e.Key.EndsWith("m_1", StringComparison.Ordinal);
        await stage.Deliver(stage.Message("900001", "m_1"));
        await stage.Deliver(stage.Message("900001", "m_2"));
        for (var i = 0; i < 14; i++)
        {
            await stage.Process();
            stage.Studio.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        await stage.Process();
        (await stage.Stored()).Select(e => e.State).ShouldBe([IntakeState.Stuck, IntakeState.Done]);
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"object\":\"instagram\"}")]
    [InlineData("{\"object\":\"whatsapp\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"x\",\"value\":{}}]}]}")]
    [InlineData("{\"object\":\"instagram\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"brand_new\",\"value\":{\"a\":\"\\u0000\"}}]}]}")]
    [InlineData("{\"object\":\"instagram\",\"entry\":[{\"id\":\"1\",\"messaging\":[{\"sender\":{\"id\":\"\\u0000\"},\"message\":{\"mid\":\"\\u0000\"}}]}]}")]
    public async Task A_body_nobody_understands_is_answered_and_kept(string body)
    {
        await using var stage = await IntakeStage.Open();
        (await stage.Deliver(body)).ShouldBeTrue();
        await stage.Process();
        var stored = await stage.Stored();
        if (body.Length > 0)
            stored.ShouldNotBeEmpty();
        stored.ShouldAllBe(e => e.State != IntakeState.Pending);
    }

    [Fact]
    public async Task A_deeply_nested_body_is_kept_as_it_came()
    {
        await using var stage = await IntakeStage.Open();
        var deep = new string('[', 5000) + new string(']', 5000);
        (await stage.Deliver(deep)).ShouldBeTrue();
        Encoding.UTF8.GetString((await stage.Stored()).ShouldHaveSingleItem().Payload).ShouldBe(deep);
    }

    [Theory]
    [InlineData("the same words again and again and again and again and again and again and again and again and again and again and again and again and again and again and again and again and again and again and again and again")]
    [InlineData(null)]
    public async Task A_large_body_is_one_row_until_it_is_taken_apart_and_nothing_of_it_is_handled_twice(string? text)
    {
        await using var stage = await IntakeStage.Open();
        var body = LargeBatch(stage, text);
        for (var i = 0; i < 3; i++)
            (await stage.Deliver(body)).ShouldBeTrue();
        var whole = (await stage.Stored()).ShouldHaveSingleItem();
        (whole.Payload.Length < body.Length / 3).ShouldBe(text is not null);

        await stage.Process();
        await stage.Deliver(body);
        await stage.Process();
        await stage.Process();
        var stored = await stage.Stored();
        stored.Count.ShouldBe(1500);
        stored.ShouldAllBe(e => e.State == IntakeState.Done);
        foreach (var conversation in stage.Handler.Seen.GroupBy(s => s.Conversation))
            conversation.Select(s => s.Key).ShouldBe(conversation.Select(s => s.Key).Order(StringComparer.Ordinal));
        stage.Handler.Seen.Count.ShouldBe(1500);
    }

    [Fact]
    public async Task A_large_body_is_hashed_while_it_arrives()
    {
        await using var stage = await IntakeStage.Open();
        var body = LargeBatch(stage, null);
        var receiver = stage.Studio.Get<WebhookReceiver>();
        (await receiver.Receive(new MemoryStream(body), body.Length, stage.Sign("something else"u8.ToArray()), TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await receiver.Receive(new MemoryStream(body), body.Length, null, TestContext.Current.CancellationToken)).ShouldBeFalse();
        await Should.ThrowAsync<EndOfStreamException>(() => receiver.Receive(new MemoryStream(body), body.Length + 1, stage.Sign(body), TestContext.Current.CancellationToken));
        (await stage.Stored()).ShouldBeEmpty();
        (await receiver.Receive(new MemoryStream(body), body.Length, stage.Sign(body), TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await stage.Stored()).ShouldHaveSingleItem().Payload.ShouldBe(body);
    }

    [Fact]
    public async Task A_large_event_is_handled_byte_for_byte()
    {
        await using var stage = await IntakeStage.Open();
        var text = new string('a', 4_000_000);
        await stage.Deliver(stage.Message("900001", "m_1", text: text));
        await stage.Process();
        await stage.Process();
        Encoding.UTF8.GetString((await stage.Stored()).ShouldHaveSingleItem().Payload).ShouldContain($"\"text\":\"{text}\"");
    }

    /// <summary>1,500 messages of three people in one body; with a text of its own each, so that packing it does not pay, where none is given.</summary>
    private static byte[] LargeBatch(IntakeStage stage, string? text)
    {
        var random = new Random(7);
        var body = new JsonObject { ["object"] = "instagram", ["entry"] = new JsonArray() };
        for (var i = 0; i < 1500; i++)
        {
            var own = new byte[300];
            random.NextBytes(own);
            var one = JsonNode.Parse(stage.Message($"90000{i % 3}", $"m_{i:0000}", 1_764_000_000_000 + i, text ?? Convert.ToBase64String(own)))!;
            body["entry"]!.AsArray().Add(one["entry"]![0]!.DeepClone());
        }

        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    [Fact]
    public async Task Events_of_an_account_nobody_connected_are_set_aside()
    {
        await using var stage = await IntakeStage.Open();
        await stage.Deliver(stage.Message("900001", "m_1").Replace(stage.Account.InstagramId, "17841499999999999", StringComparison.Ordinal));
        await stage.Process();
        (await stage.Stored()).ShouldHaveSingleItem().State.ShouldBe(IntakeState.Unclaimed);
        stage.Handler.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Events_are_handled_while_the_account_needs_a_login()
    {
        await using var stage = await IntakeStage.Open();
        await using (var db = stage.Studio.Database.OpenEverywhere())
        {
            (await db.Set<Directino.Accounts.ConnectedAccount>().SingleAsync(TestContext.Current.CancellationToken)).NeedLogin();
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await stage.Deliver(stage.Message("900001", "m_1"));
        await stage.Process();
        stage.Handler.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_account_in_two_workspaces_is_told_in_both()
    {
        await using var stage = await IntakeStage.Open();
        await (await stage.Studio.OpenWorkspace("Agency")).Connect("nora.bakes");
        await stage.Deliver(stage.Message("900001", "m_1"));
        await stage.Process();
        stage.Handler.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Old_events_go_and_waiting_ones_stay()
    {
        await using var stage = await IntakeStage.Open();
        await stage.Deliver(stage.Message("900001", "m_1"));
        await stage.Process();
        await stage.Deliver(stage.Message("900002", "m_2"));
        stage.Studio.Clock.Advance(TimeSpan.FromDays(31));
        (await stage.Studio.Get<PruneIntake>().Run(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await stage.Stored()).ShouldHaveSingleItem().Key.ShouldEndWith("m_2");
    }
}
