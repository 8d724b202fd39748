using Directino.Inbox;
using Directino.Ledger;
using Directino.Sandbox.Faults;

namespace Directino.Tests.Inbox;

public sealed class ExactlyOnceTests
{
    public static TheoryData<FaultKind, bool> Troubles => new()
    {
        { FaultKind.AnswerLost, false },
        { FaultKind.AnswerLost, true },
        { FaultKind.RefuseBefore, false },
        { FaultKind.ErrorAfter, false },
        { FaultKind.Html502, false },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_public_answer_whose_outcome_was_lost_is_there_once(FaultKind trouble, bool restarted)
    {
        await using var talk = await Talk.Begin();
        var comment = await talk.Comments("lena.fischer", "Is this one gluten free?");
        await talk.Studio.Settle();
        talk.Forget();
        talk.Trouble("replies", trouble);
        await talk.Reply(comment, "Not this one, but the almond cake is.");
        await Recover(talk, restarted);

        talk.PublicAnswers.ShouldBe(["Not this one, but the almond cake is."]);
        (await talk.Acts("reply-to-comment")).ShouldHaveSingleItem().State.ShouldBe(ActState.Done);
        var rows = await talk.Read(db => Task.FromResult(db.Set<Comment>().Where(c => c.Text == "Not this one, but the almond cake is.").ToList()));
        rows.ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Sent);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_private_answer_whose_outcome_was_lost_is_there_once(FaultKind trouble, bool restarted)
    {
        await using var talk = await Talk.Begin();
        var comment = await talk.Comments("priya.nair", "Where do I sign up?");
        await talk.Studio.Settle();
        talk.Forget();
        talk.Trouble("messages", trouble);
        (await talk.ReplyInPrivate(comment, "Here: nora.example/classes")).ShouldBeTrue();
        await Recover(talk, restarted);

        talk.SentMessages.ShouldBe(["Here: nora.example/classes"]);
        (await talk.Acts("private-reply")).ShouldHaveSingleItem().State.ShouldBe(ActState.Done);
        (await talk.MessagesWith("priya.nair")).Count(m => m.IsOurs && m.Text == "Here: nora.example/classes").ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_message_whose_outcome_was_lost_is_there_once(FaultKind trouble, bool restarted)
    {
        await using var talk = await Talk.Begin();
        talk.Writes("sofie.holm", "A cake for twelve on Friday?");
        await talk.Studio.Settle();
        talk.Forget();
        talk.Trouble("messages", trouble);
        await talk.Send("sofie.holm", "With pleasure!");
        await Recover(talk, restarted);

        talk.SentMessages.ShouldBe(["With pleasure!"]);
        (await talk.Acts("send-message")).ShouldHaveSingleItem().State.ShouldBe(ActState.Done);
        var row = (await talk.MessagesWith("sofie.holm")).Where(m => m.IsOurs && m.Text == "With pleasure!").ShouldHaveSingleItem();
        row.State.ShouldBe(DeliveryState.Sent);
        row.Mid.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_words_twice_are_two_messages_even_when_the_first_answer_is_lost()
    {
        await using var talk = await Talk.Begin();
        talk.Writes("sofie.holm", "Hello?");
        await talk.Studio.Settle();
        talk.Forget();
        talk.Trouble("messages", FaultKind.AnswerLost);
        await talk.Send("sofie.holm", "One moment");
        await talk.Send("sofie.holm", "One moment");
        await Recover(talk, restarted: false);

        talk.SentMessages.ShouldBe(["One moment", "One moment"]);
        var rows = (await talk.MessagesWith("sofie.holm")).Where(m => m.IsOurs && m.Text == "One moment").ToList();
        rows.Select(m => m.State).ShouldBe([DeliveryState.Sent, DeliveryState.Sent]);
        rows.Select(m => m.Mid).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_echo_that_comes_before_the_answer_makes_no_second_message()
    {
        await using var talk = await Talk.Begin();
        talk.Writes("sofie.holm", "Hello?");
        await talk.Studio.Settle();
        talk.Forget();
        // The answer is lost, the echo is delivered, and only then somebody looks.
        talk.Trouble("messages", FaultKind.AnswerLost);
        talk.Sandbox.Faults.Set(new Fault { Call = "conversations", Kind = FaultKind.Error, Code = 2, Times = 1 });
        await talk.Send("sofie.holm", "Here I am");
        await Recover(talk, restarted: false);

        talk.SentMessages.ShouldBe(["Here I am"]);
        (await talk.MessagesWith("sofie.holm")).Count(m => m.Text == "Here I am").ShouldBe(1);
    }

    private static async Task Recover(Talk talk, bool restarted)
    {
        await talk.Studio.Settle();
        if (restarted)
            talk.Studio.Restart();
        await talk.Studio.PassTime(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(10));
    }
}
