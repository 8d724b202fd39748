using Directino.Accounts;
using Directino.Automation;
using Directino.Inbox;
using Directino.Ledger;
using Directino.Sandbox.Faults;
using Directino.Tests.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Automation;

public sealed class WorkflowTests
{
    [Fact]
    public async Task A_comment_with_the_word_is_answered_once_in_public_and_in_private_however_often_it_arrives()
    {
        await using var talk = await Talk.Begin();
        await talk.Workflow();
        talk.Sandbox.Courier.Switches = talk.Sandbox.Courier.Switches with { Duplicate = 10, Reorder = true };
        await talk.Comments("ana.reyes", "PRICE?");
        await talk.Studio.Settle();

        talk.PublicAnswers.ShouldBe(["Just sent it to you!"]);
        talk.SentMessages.ShouldHaveSingleItem()!.ShouldStartWith("Hi ana.reyes, the list");
        talk.SentMessages[0]!.ShouldEndWith("Sent automatically.");
        var funnel = (await Funnel(talk)).Single();
        (funnel.Matched, funnel.PublicReplies, funnel.PrivateReplies, funnel.AnsweredBack).ShouldBe((1, 1, 1, 0));
        (await talk.MessagesWith("ana.reyes")).Single(m => m.IsOurs).IsAutomated.ShouldBeTrue();
    }

    [Theory]
    [InlineData("replies")]
    [InlineData("messages")]
    public async Task An_answer_whose_outcome_was_lost_is_given_once(string call)
    {
        await using var talk = await Talk.Begin();
        await talk.Workflow();
        talk.Trouble(call, FaultKind.AnswerLost);
        await talk.Comments("ana.reyes", "price?");
        await talk.Studio.Settle();
        talk.Studio.Restart();
        await talk.Studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10));

        talk.PublicAnswers.Count.ShouldBe(1);
        talk.SentMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Its_own_answer_with_the_word_in_it_sets_nothing_off()
    {
        await using var talk = await Talk.Begin();
        await talk.Workflow(d => d with { PublicTexts = ["The price is in your messages"] });
        await talk.Comments("ana.reyes", "price?");
        await talk.Studio.Settle();
        await talk.Studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(1));

        talk.PublicAnswers.Count.ShouldBe(1);
        talk.SentMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_person_is_answered_once_per_post()
    {
        await using var talk = await Talk.Begin();
        await talk.Workflow();
        await talk.Comments("ana.reyes", "price?");
        await talk.Studio.Settle();
        await talk.Comments("ana.reyes", "price please!");
        await talk.Comments("ana.reyes", "price here, too?", talk.OlderPost);
        await talk.Studio.Settle();

        talk.PublicAnswers.Count.ShouldBe(2);
        (await Funnel(talk)).Single().Refused.ShouldContain(r => r.Rule == AutomationRules.PersonAnswered && r.Count == 1);
    }

    [Fact]
    public async Task An_answer_in_a_thread_in_which_it_has_spoken_is_left_to_people()
    {
        await using var talk = await Talk.Begin();
        await talk.Workflow();
        var comment = await talk.Comments("ana.reyes", "price?");
        await talk.Studio.Settle();
        await talk.Comments("lena.fischer", "price for me as well", parent: comment);
        await talk.Studio.Settle();

        talk.PublicAnswers.Count.ShouldBe(1);
        (await Funnel(talk)).Single().Refused.ShouldContain(r => r.Rule == AutomationRules.OwnThread);
    }

    [Fact]
    public async Task Of_two_workflows_the_more_specific_answers_alone()
    {
        await using var talk = await Talk.Begin();
        await talk.Workflow();
        await talk.Workflow(d => d with { Name = "This post", MediaId = talk.Post, PublicTexts = ["About this post"] });
        await talk.Workflow(d => d with { Name = "Longer word", Keywords = ["price list"], PublicTexts = ["The list"] });
        await talk.Comments("ana.reyes", "price?");
        await talk.Comments("lena.fischer", "price list?", talk.OlderPost);
        await talk.Comments("kofi.mensah", "price?", talk.OlderPost);
        await talk.Studio.Settle();

        talk.PublicAnswers.Order().ShouldBe(new[] { "About this post", "Just sent it to you!", "The list" });
    }

    [Fact]
    public async Task Comments_from_before_it_was_switched_on_are_not_answered()
    {
        await using var talk = await Talk.Begin();
        await talk.Comments("ana.reyes", "price?");
        talk.Studio.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.Workflow(on: false);
        await talk.Studio.Settle();
        talk.PublicAnswers.ShouldBeEmpty();
        (await talk.Read(db => db.Set<WorkflowRun>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_opted_out_is_not_answered()
    {
        await using var talk = await Talk.Begin();
        await talk.Workflow();
        talk.Writes("henrik.dahl", "stop");
        await talk.Studio.Settle();
        await talk.Comments("henrik.dahl", "price?");
        await talk.Studio.Settle();

        talk.PublicAnswers.ShouldBeEmpty();
        (await Funnel(talk)).Single().Refused.Single().Rule.ShouldBe(InboxRules.OptedOut);
    }

    [Fact]
    public async Task Public_texts_take_turns_and_an_answer_back_is_counted()
    {
        await using var talk = await Talk.Begin();
        await talk.Workflow(d => d with { PublicTexts = ["One", "Two", "Three"] });
        foreach (var person in new[] { "ana.reyes", "lena.fischer", "kofi.mensah", "yuki.tanaka" })
        {
            await talk.Comments(person, "price?");
            await talk.Studio.Settle();
            talk.Studio.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        talk.Writes("ana.reyes", "Thank you!");
        await talk.Studio.Settle();
        talk.PublicAnswers.ShouldBe(["One", "Two", "Three", "One"]);
        (await Funnel(talk)).Single().AnsweredBack.ShouldBe(1);
    }

    [Fact]
    public async Task A_rehearsal_says_who_would_have_got_what_and_sends_nothing()
    {
        await using var talk = await Talk.Begin();
        await talk.Comments("ana.reyes", "price?");
        await talk.Comments("ana.reyes", "PRICE!!");
        await talk.Comments("mei.lin", "priceless");
        await talk.Studio.Settle();
        var draft = new WorkflowDraft
        {
            AccountId = talk.Account.Id, Name = "Prices", Keywords = ["price"], PublicTexts = ["Sent!"], PrivateText = "Hello {username}", Disclosure = "Automated.",
        };
        var report = await talk.Read(db => talk.Studio.Get<Rehearsal>().Play(db, draft, null, TestContext.Current.CancellationToken));

        report.Lines.Count(l => l.Author == "ana.reyes" && l.Rule is null && l.PrivateReply == "Hello @ana.reyes\n\nAutomated.").ShouldBeGreaterThan(0);
        report.Refused.ShouldContain(r => r.Rule == AutomationRules.PersonAnswered);
        report.Lines.ShouldNotContain(l => l.Text == "priceless");
        (talk.PublicAnswers.Count, talk.SentMessages.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void A_draft_says_what_must_be_changed_beside_its_field()
    {
        var draft = new WorkflowDraft { AccountId = AccountId.Of(Guid.Parse("019abc00-0000-7000-8000-000000000001")), PrivateText = new string('ß', 500) };
        draft.Problems().Select(p => p.Name).ShouldBe(["name-missing", "keywords-missing", "private-too-long", "disclosure-missing"]);
    }

    private static async Task<IReadOnlyList<Funnel>> Funnel(Talk talk) =>
        [.. (await talk.Read(db => WorkflowQuery.All(db, null, TestContext.Current.CancellationToken))).Select(s => s.Funnel)];
}
