using Directino.Inbox;
using Directino.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Inbox;

public sealed class ArrivalTests
{
    [Fact]
    public async Task The_same_webhooks_ten_times_and_out_of_order_are_one_comment_and_one_message()
    {
        await using var talk = await Talk.Begin();
        talk.Sandbox.Courier.Switches = talk.Sandbox.Courier.Switches with { Duplicate = 10, Reorder = true };
        var comment = await talk.Comments("lena.fischer", "Is this one gluten free?");
        var first = talk.Writes("kofi.mensah", "Do you open on Sunday?");
        talk.Sandbox.Control.React(first, "love", null);
        await talk.Studio.Settle();

        (await talk.CommentRows(comment)).ShouldHaveSingleItem();
        var message = (await talk.MessagesWith("kofi.mensah")).Where(m => m.Mid == first).ShouldHaveSingleItem();
        message.Text.ShouldBe("Do you open on Sunday?");
        message.Reaction.ShouldNotBeNull();
        var conversation = await talk.ConversationWith("kofi.mensah");
        conversation.Unread.ShouldBe(1);
        conversation.WaitingSince.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_deletion_that_comes_before_its_message_leaves_a_mark_and_no_text()
    {
        await using var talk = await Talk.Begin();
        talk.Sandbox.Courier.Switches = talk.Sandbox.Courier.Switches with { Reorder = true };
        var mid = talk.Writes("omar.haddad", "My number is 12345");
        talk.Sandbox.Control.Unsend(mid);
        await talk.Studio.Settle();

        var message = (await talk.MessagesWith("omar.haddad")).Single(m => m.Mid == mid);
        message.DeletedAt.ShouldNotBeNull();
        message.Text.ShouldBeNull();
        message.State.ShouldBe(DeliveryState.Received);
        (await talk.ConversationWith("omar.haddad")).Unread.ShouldBe(0);
    }

    [Fact]
    public async Task Connecting_reads_back_comments_and_messages_as_history_that_waits_for_nobody()
    {
        await using var talk = await Talk.Begin();
        await talk.Studio.PassTime(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(1));

        var (comments, messages, waiting) = await talk.Read(async db => (
            await db.Set<Comment>().CountAsync(), await db.Set<Message>().CountAsync(), await db.Set<Conversation>().CountAsync(c => c.WaitingSince != null)));
        comments.ShouldBeGreaterThan(20);
        messages.ShouldBeGreaterThan(0);
        waiting.ShouldBe(0);
        (await talk.Read(db => db.Set<CommentedPost>().AnyAsync(p => p.Caption != null && p.PictureUrl != null))).ShouldBeTrue();
    }

    [Fact]
    public async Task What_no_webhook_brought_is_found_by_the_next_gap_check()
    {
        await using var talk = await Talk.Begin();
        await talk.Studio.PassTime(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(1));
        talk.Sandbox.Courier.Switches = talk.Sandbox.Courier.Switches with { BadSignature = true };
        var comment = await talk.Comments("tomas.berg", "How long does the dough rest?");
        var mid = talk.Writes("tomas.berg", "And at which temperature?");
        await talk.Studio.PassTime(TimeSpan.FromHours(1.1), TimeSpan.FromSeconds(30));

        (await talk.CommentRows(comment)).ShouldHaveSingleItem();
        (await talk.MessagesWith("tomas.berg")).Count(m => m.Mid == mid).ShouldBe(1);
        (await talk.ConversationWith("tomas.berg")).WaitingSince.ShouldNotBeNull();
    }

    [Fact]
    public async Task Somebody_who_wrote_has_a_profile_and_somebody_who_only_commented_is_not_asked_for_one()
    {
        await using var talk = await Talk.Begin();
        talk.Writes("yuki.tanaka", "Hello");
        await talk.Studio.Settle();
        var yuki = await talk.Read(db => db.Set<Follower>().SingleAsync(f => f.Username == "yuki.tanaka"));
        yuki.Name.ShouldBe(talk.Sandbox.World.Read(s => s.PersonNamed("yuki.tanaka")!.Name));
        yuki.ProfileReadAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_the_owner_writes_in_Instagram_itself_is_shown_as_ours_once()
    {
        await using var talk = await Talk.Begin();
        talk.Writes("ruth.cohen", "Is my cup ready?");
        await talk.Studio.Settle();
        await talk.Send("ruth.cohen", "Yes, since noon.");
        await talk.Studio.Settle();

        var ours = (await talk.MessagesWith("ruth.cohen")).Where(m => m.IsOurs && m.Text == "Yes, since noon.").ShouldHaveSingleItem();
        ours.State.ShouldBe(DeliveryState.Sent);
        ours.AuthorKind.ShouldBe(CauseKind.Member);
        (await talk.ConversationWith("ruth.cohen")).WaitingSince.ShouldBeNull();
    }
}
