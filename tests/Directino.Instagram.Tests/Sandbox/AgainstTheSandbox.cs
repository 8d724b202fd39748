using System.Text.Json;
using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;
using Directino.Instagram.Webhooks;

namespace Directino.Instagram.Tests.Sandbox;

/// <summary>The client and the sandbox were written from Meta's pages apart from each other: here they meet.</summary>
public sealed class AgainstTheSandbox
{
    private static readonly string[] InstagramScopes =
    [
        "instagram_business_basic", "instagram_business_content_publish", "instagram_business_manage_comments",
        "instagram_business_manage_messages", "instagram_business_manage_insights",
    ];

    private static readonly string[] FacebookScopes =
    [
        "instagram_basic", "instagram_content_publish", "instagram_manage_comments", "instagram_manage_messages", "instagram_manage_insights",
        "pages_show_list", "pages_read_engagement", "pages_manage_metadata",
    ];

    public static TheoryData<InstagramLogin> Logins => [InstagramLogin.Instagram, InstagramLogin.Facebook];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task A_post_goes_from_picture_to_list(InstagramLogin login)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, login);

        var id = await sandbox.Publish(access, "Fresh bread #bakery\nبله");

        var media = await sandbox.Client.Media.Get(access, id, Cancellation);
        media.Caption.ShouldBe("Fresh bread #bakery\nبله");
        media.MediaType.ShouldBe("IMAGE");
        media.Timestamp!.Value.ShouldBe(sandbox.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await sandbox.Client.Media.List(access, cancellation: Cancellation)).Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        (await sandbox.Client.Publishing.Limit(access, Cancellation)).QuotaUsage.ShouldBe(1);
        var me = await sandbox.Client.Accounts.Me(access, Cancellation);
        me.UserId.ShouldBe(sandbox.AccountId);
        me.Username.ShouldBe("bakery");
        me.MediaCount.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task A_comment_is_answered_in_public_and_once_in_private(InstagramLogin login)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, login);
        var media = await sandbox.Publish(access);
        var comment = Text(await sandbox.Control("acts/comment", $$"""{"person":"ana","media":"{{media}}","text":"PRICE"}"""), "id");
        var client = sandbox.Client;

        var reply = await client.Comments.Reply(access, comment, "Sent you a message", Cancellation);
        var sent = await client.Messages.PrivateReply(access, comment, "Hi Ana, 3 euros", Cancellation);

        var listed = (await client.Comments.List(access, media, cancellation: Cancellation)).Items.ShouldHaveSingleItem();
        listed.Text.ShouldBe("PRICE");
        listed.Username.ShouldBe("ana");
        listed.Replies.ShouldHaveSingleItem().Id.ShouldBe(reply);
        (await client.Comments.Get(access, comment, Cancellation)).MediaId.ShouldBe(media);
        (await client.Comments.Replies(access, comment, cancellation: Cancellation)).Items.ShouldHaveSingleItem().ParentId.ShouldBe(comment);
        listed.FromId.ShouldBe(sent.RecipientId);
        await Should.ThrowAsync<PrivateReplyUsedException>(() => client.Messages.PrivateReply(access, comment, "Again", Cancellation));
        await Should.ThrowAsync<OutsideWindowException>(() => client.Messages.SendText(access, sent.RecipientId!, "More", cancellation: Cancellation));
    }

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task A_conversation_opens_with_the_persons_message_and_closes_after_a_day(InstagramLogin login)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, login);
        var client = sandbox.Client;
        var mid = Text(await sandbox.Control("acts/message", $$"""{"person":"ana","account":"{{sandbox.AccountId}}","text":"Hello?"}"""), "mid");

        var detail = await client.Messages.Message(access, mid, Cancellation);
        var person = detail.From!.Id;
        var sent = await client.Messages.SendText(access, person, "Hi Ana", cancellation: Cancellation);

        detail.Text.ShouldBe("Hello?");
        var conversation = (await client.Messages.Conversation(access, person, Cancellation)).ShouldNotBeNull();
        (await client.Messages.Messages(access, conversation, Cancellation)).Select(message => message.Id).ShouldBe([sent.MessageId, mid]);
        (await client.Messages.Profile(access, person, Cancellation)).Username.ShouldBe("ana");

        sandbox.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(2));
        await Should.ThrowAsync<OutsideWindowException>(() => client.Messages.SendText(access, person, "Late", cancellation: Cancellation));
        (await client.Messages.SendText(access, person, "A human is here", humanAgent: true, Cancellation)).MessageId.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_lost_answer_leaves_a_published_container_to_look_at()
    {
        await using var sandbox = await SandboxHost.Start(("Sandbox:ContainerPolls", "0"));
        var access = await Connect(sandbox, InstagramLogin.Instagram);
        var publishing = sandbox.Client.Publishing;
        var container = await publishing.CreateContainer(access, new ImageContainer { ImageUrl = SandboxHost.Picture }, Cancellation);
        await sandbox.Control("faults", """{"call":"media_publish","kind":"answer-lost"}""");

        await Should.ThrowAsync<OutcomeUnknownException>(() => publishing.Publish(access, container, Cancellation));

        (await publishing.ContainerStatus(access, container, Cancellation)).Code.ShouldBe(ContainerCode.Published);
    }

    [Theory]
    [InlineData("""{"call":"media_publish","kind":"html-502"}""", typeof(OutcomeUnknownException))]
    [InlineData("""{"call":"media_publish","kind":"error","code":2}""", typeof(OutcomeUnknownException))]
    [InlineData("""{"call":"media_publish","kind":"error","code":9,"subcode":2207042}""", typeof(PublishingLimitException))]
    [InlineData("""{"call":"media_publish","kind":"error","code":4}""", typeof(RateLimitedException))]
    [InlineData("""{"call":"media_publish","kind":"error","code":190,"subcode":460}""", typeof(LoginNeededException))]
    public async Task Trouble_arrives_as_what_can_be_done(string fault, Type expected)
    {
        await using var sandbox = await SandboxHost.Start(("Sandbox:ContainerPolls", "0"));
        var access = await Connect(sandbox, InstagramLogin.Instagram);
        var container = await sandbox.Client.Publishing.CreateContainer(access, new ImageContainer { ImageUrl = SandboxHost.Picture }, Cancellation);
        await sandbox.Control("faults", fault);

        (await Should.ThrowAsync<InstagramException>(() => sandbox.Client.Publishing.Publish(access, container, Cancellation))).ShouldBeOfType(expected);
    }

    [Fact]
    public async Task Publishing_too_early_or_an_unreachable_picture_is_told_apart()
    {
        await using var sandbox = await SandboxHost.Start(("Sandbox:ContainerPolls", "3"));
        var access = await Connect(sandbox, InstagramLogin.Instagram);
        var publishing = sandbox.Client.Publishing;
        var container = await publishing.CreateContainer(access, new ImageContainer { ImageUrl = SandboxHost.Picture }, Cancellation);

        await Should.ThrowAsync<ContainerNotReadyException>(() => publishing.Publish(access, container, Cancellation));
        (await Should.ThrowAsync<MediaRefusedException>(() => publishing.CreateContainer(access, new ImageContainer { ImageUrl = new Uri("http://pictures.example/none") }, Cancellation)))
            .Reason.ShouldBe(MediaRefusal.NotFetched);
        sandbox.Clock.Advance(TimeSpan.FromHours(25));
        await Should.ThrowAsync<ContainerGoneException>(() => publishing.Publish(access, container, Cancellation));
    }

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task Numbers_that_a_host_refuses_are_left_out(InstagramLogin login)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, login);
        var media = await sandbox.Publish(access);
        sandbox.Clock.Advance(TimeSpan.FromDays(3));
        var now = sandbox.Clock.GetUtcNow();
        var insights = sandbox.Client.Insights;

        var ofMedia = await insights.Media(access, media, ["reach", "likes", "navigation"], Cancellation);
        var ofAccount = await insights.Account(access, ["views", "likes"], now.AddDays(-2), now, cancellation: Cancellation);
        await insights.AccountSeries(access, ["reach"], now.AddDays(-2), now, Cancellation);

        ofMedia.Unsupported.ShouldBe(["navigation"]);
        ofMedia["navigation"].ShouldBeNull();
        ofAccount.Unsupported.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task A_subscription_is_made_read_and_ended(InstagramLogin login)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, login);
        var subscriptions = sandbox.Client.Subscriptions;

        (await subscriptions.Subscribed(access, Cancellation)).ShouldBeEmpty();
        await subscriptions.Subscribe(access, ["comments", "messages"], Cancellation);
        (await subscriptions.Subscribed(access, Cancellation)).ShouldBe(login == InstagramLogin.Facebook ? ["feed"] : ["comments", "messages"]);
        await subscriptions.Unsubscribe(access, Cancellation);
        (await subscriptions.Subscribed(access, Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(InstagramLogin.Instagram, "{\"held\":true}")]
    [InlineData(InstagramLogin.Facebook, "{\"held\":true}")]
    [InlineData(InstagramLogin.Instagram, "{\"held\":true,\"batch\":1000,\"duplicate\":2,\"flatComments\":true,\"rootArray\":true}")]
    [InlineData(InstagramLogin.Instagram, "{\"held\":true,\"batch\":2,\"commentId\":true,\"numericIds\":true,\"unknownMembers\":true}")]
    public async Task Deliveries_are_taken_apart_however_they_come(InstagramLogin login, string switches)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, login);
        var media = await sandbox.Publish(access);
        await sandbox.Client.Subscriptions.Subscribe(access, ["comments", "messages", "message_reactions", "messaging_postbacks", "messaging_seen"], Cancellation);
        await sandbox.Control("webhooks/switches", switches);
        await sandbox.Control("webhooks/callback", """{"url":"http://app.example/webhooks/instagram","verifyToken":"verify-1"}""");

        var comment = Text(await sandbox.Control("acts/comment", $$"""{"person":"ana","media":"{{media}}","text":"PRICE"}"""), "id");
        var sent = await sandbox.Client.Messages.PrivateReply(access, comment, "Hi Ana", Cancellation);
        var mid = Text(await sandbox.Control("acts/message", $$"""{"person":"ana","account":"{{sandbox.AccountId}}","text":"Grüße 👋"}"""), "mid");
        await sandbox.Control("webhooks/deliver", "{}");

        sandbox.Callback.Refused.ShouldBe(0);
        var events = sandbox.Callback.Events.DistinctBy(item => item.Key).ToList();
        events.ShouldAllBe(item => item.AccountId == sandbox.AccountId);
        events.Select(item => (item.Kind, item.Key)).ShouldBe(
            [
                (WebhookKind.Comment, $"comment:{sandbox.AccountId}:{comment}"),
                (WebhookKind.Echo, $"message:{sandbox.AccountId}:{sent.MessageId}"),
                (WebhookKind.Message, $"message:{sandbox.AccountId}:{mid}"),
            ],
            ignoreOrder: true);
        var message = events.Single(item => item.Kind == WebhookKind.Message);
        WebhookMessage.Read(message.Payload)!.Text.ShouldBe("Grüße 👋");
        message.Conversation.ShouldBe(sent.RecipientId);
        events.Single(item => item.Kind == WebhookKind.Echo).Conversation.ShouldBe(sent.RecipientId);
        var read = WebhookComment.Read(events.Single(item => item.Kind == WebhookKind.Comment).Payload).ShouldNotBeNull();
        (read.Id, read.MediaId, read.FromUsername, read.Text).ShouldBe((comment, media, "ana", "PRICE"));
    }

    [Theory]
    [InlineData("{\"held\":true,\"badSignature\":true}", 1)]
    [InlineData("{\"held\":true,\"wrongSecret\":true}", 0)]
    public async Task A_signature_of_either_app_is_taken_and_no_other(string switches, int refused)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, InstagramLogin.Instagram);
        await sandbox.Client.Subscriptions.Subscribe(access, ["messages"], Cancellation);
        await sandbox.Control("webhooks/switches", switches);
        await sandbox.Control("webhooks/callback", """{"url":"http://app.example/webhooks/instagram","verifyToken":"verify-1"}""");
        await sandbox.Control("acts/message", $$"""{"person":"ana","account":"{{sandbox.AccountId}}","text":"Hi"}""");
        await sandbox.Control("webhooks/deliver", "{}");

        sandbox.Callback.Refused.ShouldBe(refused);
        sandbox.Callback.Events.Count.ShouldBe(1 - refused);
    }

    [Fact]
    public async Task A_token_is_refreshed_after_a_day_and_dead_after_sixty()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, InstagramLogin.Instagram);

        sandbox.Clock.Advance(TimeSpan.FromHours(25));
        var fresh = access with { Token = (await sandbox.Client.Login.Refresh(access, Cancellation)).Token };
        (await sandbox.Client.Accounts.Me(fresh, Cancellation)).UserId.ShouldBe(sandbox.AccountId);

        sandbox.Clock.Advance(TimeSpan.FromDays(61));
        await Should.ThrowAsync<LoginNeededException>(() => sandbox.Client.Accounts.Me(fresh, Cancellation));
        await Should.ThrowAsync<LoginNeededException>(() => sandbox.Client.Login.Refresh(fresh, Cancellation));
    }

    private static Task<InstagramAccess> Connect(SandboxHost sandbox, InstagramLogin login) =>
        sandbox.Connect(login, login == InstagramLogin.Facebook ? FacebookScopes : InstagramScopes);

    private static string Text(JsonElement answer, string name) => answer.GetProperty(name).GetString()!;
}
