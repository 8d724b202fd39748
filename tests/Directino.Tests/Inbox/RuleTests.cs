using Directino.Inbox;
using Directino.Ledger;
using Directino.Sandbox.Faults;

namespace Directino.Tests.Inbox;

public sealed class RuleTests
{
    private static readonly Cause Bot = Cause.Workflow(Guid.Parse("019abc00-0000-7000-8000-000000000001"), "test");

    [Fact]
    public async Task A_message_after_24_hours_is_refused_by_name_and_never_asked_of_Instagram()
    {
        await using var talk = await Talk.Begin();
        talk.Writes("sofie.holm", "Hello?");
        await talk.Studio.Settle();
        talk.Studio.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        await talk.Send("sofie.holm", "Too late");
        await talk.Studio.Settle();

        talk.SentMessages.ShouldBeEmpty();
        (await talk.Acts("send-message")).Single().Reason.ShouldBe(InboxRules.OutsideWindow);
        (await talk.MessagesWith("sofie.holm")).Last().State.ShouldBe(DeliveryState.Refused);
    }

    [Fact]
    public async Task A_reaction_opens_the_window_again()
    {
        await using var talk = await Talk.Begin();
        talk.Writes("sofie.holm", "Hello?");
        await talk.Studio.Settle();
        await talk.Send("sofie.holm", "Hello!");
        await talk.Studio.Settle();
        var ours = (await talk.MessagesWith("sofie.holm")).Last(m => m.IsOurs).Mid!;
        await talk.Studio.PassTime(TimeSpan.FromHours(30), TimeSpan.FromHours(1));
        talk.Sandbox.Control.React(ours, "love", null);
        await talk.Studio.Settle();
        await talk.Send("sofie.holm", "Glad you like it");
        await talk.Studio.Settle();

        talk.SentMessages.ShouldBe(["Hello!", "Glad you like it"]);
    }

    [Fact]
    public async Task A_text_is_measured_in_bytes()
    {
        await using var talk = await Talk.Begin();
        talk.Writes("maryam.ahmadi", "سلام");
        await talk.Studio.Settle();
        await talk.Send("maryam.ahmadi", new string('س', 501));
        await talk.Studio.Settle();

        talk.SentMessages.ShouldBeEmpty();
        (await talk.Acts("send-message")).Single().Reason.ShouldBe(InboxRules.TextTooLong);
    }

    [Fact]
    public async Task A_second_private_answer_to_a_comment_is_the_first_one()
    {
        await using var talk = await Talk.Begin();
        var comment = await talk.Comments("diego.ruiz", "More about this?");
        await talk.Studio.Settle();
        (await talk.ReplyInPrivate(comment, "Here")).ShouldBeTrue();
        (await talk.ReplyInPrivate(comment, "And here")).ShouldBeFalse();
        await talk.Studio.Settle();

        talk.SentMessages.ShouldBe(["Here"]);
    }

    [Fact]
    public async Task A_private_answer_that_was_given_in_Instagram_itself_fails_with_its_reason()
    {
        await using var talk = await Talk.Begin();
        var comment = await talk.Comments("diego.ruiz", "More about this?");
        await talk.Studio.Settle();
        talk.Sandbox.Faults.Set(new Fault { Call = "messages", Method = "POST", Kind = FaultKind.Error, Code = 100, Subcode = 2534025, Times = 0 });
        await talk.ReplyInPrivate(comment, "Here");
        await talk.Studio.PassTime(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(10));

        talk.SentMessages.ShouldBeEmpty();
        var act = (await talk.Acts("private-reply")).Single();
        (act.State, act.Reason).ShouldBe((ActState.Failed, InboxRules.PrivateReplyUsed));
    }

    [Fact]
    public async Task A_private_answer_after_seven_days_is_refused()
    {
        await using var talk = await Talk.Begin();
        var comment = await talk.Comments("diego.ruiz", "More about this?");
        await talk.Studio.Settle();
        talk.Studio.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        await talk.ReplyInPrivate(comment, "Here");
        await talk.Studio.Settle();

        (await talk.Acts("private-reply")).Single().Reason.ShouldBe(InboxRules.PrivateReplyTooOld);
        talk.SentMessages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_said_stop_gets_no_automated_message_but_still_an_answer_from_a_person()
    {
        await using var talk = await Talk.Begin();
        talk.Writes("henrik.dahl", "STOP!");
        await talk.Studio.Settle();
        await talk.Send("henrik.dahl", "Automatic", Bot);
        await talk.Send("henrik.dahl", "Sorry to hear that, Henrik.");
        await talk.Studio.Settle();

        talk.SentMessages.ShouldBe(["Sorry to hear that, Henrik."]);
        (await talk.Acts("send-message")).Single(a => a.State == ActState.Refused).Reason.ShouldBe(InboxRules.OptedOut);

        talk.Writes("henrik.dahl", "start");
        await talk.Studio.Settle();
        await talk.Send("henrik.dahl", "Automatic again", Bot);
        await talk.Studio.Settle();
        talk.SentMessages.ShouldContain("Automatic again");
    }

    [Fact]
    public async Task An_answer_to_a_comment_that_was_deleted_says_so()
    {
        await using var talk = await Talk.Begin();
        var comment = await talk.Comments("diego.ruiz", "More about this?");
        await talk.Studio.Settle();
        talk.Sandbox.Control.DeleteComment(comment);
        await talk.Reply(comment, "Here");
        await talk.Studio.Settle();

        var act = (await talk.Acts("reply-to-comment")).Single();
        (act.State, act.Reason).ShouldBe((ActState.Failed, InboxRules.CommentGone));
        (await talk.CommentRows(comment)).Single().GoneAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("STOP", true)]
    [InlineData(" stop. ", true)]
    [InlineData("Unsubscribe", true)]
    [InlineData("لغو", true)]
    [InlineData("لغو‌ عضویت", true)]
    [InlineData("please don't stop", false)]
    [InlineData("Is this a bus stop?", false)]
    [InlineData("", false)]
    public void Only_a_message_that_says_nothing_else_is_a_stop_word(string text, bool stops) =>
        (StopWords.In(text) == StopWord.Stop).ShouldBe(stops);
}
