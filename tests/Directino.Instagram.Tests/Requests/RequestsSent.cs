using Directino.Instagram.Publishing;

namespace Directino.Instagram.Tests.Requests;

/// <summary>What each call puts on the wire, kept in approved files: method, address, headers, body.</summary>
public sealed class RequestsSent
{
    private const string Media = "18000000000000001";
    private const string Comment = "17900000000000011";
    private const string Person = "1234500000000001";
    private const string Id = """{"id":"17890000000000001"}""";
    private const string Empty = """{"data":[]}""";
    private static readonly Uri Back = new("https://app.example/connect/callback");

    private static readonly ImageContainer Picture = new()
    {
        ImageUrl = new Uri("https://cdn.example/a b.jpg"),
        Caption = "Fresh bread #bakery & more\nبله",
        AltText = "A loaf",
        UserTags = [new UserTag("ana.example", 0.5m, 0.25m)],
        Collaborators = ["leo.example"],
    };

    private static readonly VideoSource Film = VideoSource.At(new Uri("https://cdn.example/film.mp4"));

    private static readonly DateTimeOffset Since = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, (string Answer, Func<InstagramClient, InstagramAccess, CancellationToken, Task> Call)> Calls = new()
    {
        ["login-code"] = ("""{"access_token":"t","user_id":27001122334455667}""", (c, a, t) => c.Login.ExchangeCode(a.Login, "the-code#_", Back, t)),
        ["login-long-lived"] = ("""{"access_token":"t","expires_in":5183944}""", (c, a, t) => c.Login.ExchangeForLongLived(a.Login, "short", t)),
        ["login-refresh"] = ("""{"access_token":"t","expires_in":5183944}""", (c, a, t) => c.Login.Refresh(a with { Token = "long" }, t)),
        ["accounts-me"] = ("""{"id":"1","user_id":"2"}""", (c, a, t) => c.Accounts.Me(a, t)),
        ["publishing-image"] = (Id, (c, a, t) => c.Publishing.CreateContainer(a, Picture, t)),
        ["publishing-item-image"] = (Id, (c, a, t) => c.Publishing.CreateContainer(
            a, new CarouselImageContainer { ImageUrl = Picture.ImageUrl, AltText = "A loaf", UserTags = Picture.UserTags }, t)),
        ["publishing-item-video"] = (Id, (c, a, t) => c.Publishing.CreateContainer(
            a, new CarouselVideoContainer { Video = Film, ThumbOffset = TimeSpan.FromMilliseconds(1500), TaggedUsers = ["ana.example"] }, t)),
        ["publishing-carousel"] = (Id, (c, a, t) => c.Publishing.CreateContainer(
            a, new CarouselContainer { Children = ["17890000000000001", "17890000000000002"], Caption = "Two loaves", LocationId = "309000000000001", IsAiGenerated = true }, t)),
        ["publishing-reel"] = (Id, (c, a, t) => c.Publishing.CreateContainer(
            a, new ReelContainer { Video = Film, Caption = "Kneading", CoverUrl = Picture.ImageUrl, ShareToFeed = false, AudioName = "Oven hum", TaggedUsers = ["ana.example"] }, t)),
        ["publishing-trial"] = (Id, (c, a, t) => c.Publishing.CreateContainer(a, new ReelContainer { Video = Film, Graduation = GraduationStrategy.Performance }, t)),
        ["publishing-story-image"] = (Id, (c, a, t) => c.Publishing.CreateContainer(
            a, new StoryImageContainer { ImageUrl = Picture.ImageUrl, UserTags = [new StoryTag("ana.example"), new StoryTag("leo.example", 0.5m, 0.75m)] }, t)),
        ["publishing-story-video"] = (Id, (c, a, t) => c.Publishing.CreateContainer(a, new StoryVideoContainer { Video = Film, IsAiGenerated = true }, t)),
        ["publishing-copyright"] = ("""{"copyright_check_status":{"status":"completed","matches_found":false}}""", (c, a, t) => c.Publishing.CopyrightCheck(a, "17890000000000001", t)),
        ["publishing-status"] = ("""{"status_code":"FINISHED"}""", (c, a, t) => c.Publishing.ContainerStatus(a, "17890000000000001", t)),
        ["publishing-publish"] = (Id, (c, a, t) => c.Publishing.Publish(a, "17890000000000001", t)),
        ["publishing-limit"] = (Empty, (c, a, t) => c.Publishing.Limit(a, t)),
        ["publishing-limit-since"] = (Empty, (c, a, t) => c.Publishing.Limit(a, DateTimeOffset.FromUnixTimeSeconds(1_764_000_000), t)),
        ["media-get"] = (Id, (c, a, t) => c.Media.Get(a, Media, t)),
        ["media-list"] = (Empty, (c, a, t) => c.Media.List(a, 10, "cursor", t)),
        ["media-stories"] = (Empty, (c, a, t) => c.Media.Stories(a, cancellation: t)),
        ["media-children"] = (Empty, (c, a, t) => c.Media.Children(a, Media, t)),
        ["media-comments-off"] = ("""{"success":true}""", (c, a, t) => c.Media.AllowComments(a, Media, false, t)),
        ["comments-first"] = (Id, (c, a, t) => c.Comments.Comment(a, Media, "First!", t)),
        ["comments-list"] = (Empty, (c, a, t) => c.Comments.List(a, Media, after: "cursor", cancellation: t)),
        ["comments-get"] = (Id, (c, a, t) => c.Comments.Get(a, Comment, t)),
        ["comments-replies"] = (Empty, (c, a, t) => c.Comments.Replies(a, Comment, cancellation: t)),
        ["comments-reply"] = (Id, (c, a, t) => c.Comments.Reply(a, Comment, "Yes, since today & tomorrow", t)),
        ["messages-private-reply"] = ("""{"message_id":"m"}""", (c, a, t) => c.Messages.PrivateReply(a, Comment, "Hi Ana", t)),
        ["messages-text"] = ("""{"message_id":"m"}""", (c, a, t) => c.Messages.SendText(a, Person, "Grüße \"quoted\"", cancellation: t)),
        ["messages-human"] = ("""{"message_id":"m"}""", (c, a, t) => c.Messages.SendText(a, Person, "Hello again", humanAgent: true, t)),
        ["messages-conversation"] = (Empty, (c, a, t) => c.Messages.Conversation(a, Person, t)),
        ["messages-list"] = (Id, (c, a, t) => c.Messages.Messages(a, "aWdfConversation", t)),
        ["messages-get"] = (Id, (c, a, t) => c.Messages.Message(a, "aWdfMessage", t)),
        ["messages-profile"] = (Id, (c, a, t) => c.Messages.Profile(a, Person, t)),
        ["insights-account"] = (Empty, (c, a, t) => c.Insights.Account(a, ["reach", "views"], Since, Since.AddDays(1), "media_product_type", t)),
        ["insights-series"] = (Empty, (c, a, t) => c.Insights.AccountSeries(a, ["reach"], Since, Since.AddDays(30), t)),
        ["insights-online"] = (Empty, (c, a, t) => c.Insights.OnlineFollowers(a, Since, Since.AddDays(30), t)),
        ["insights-demographics"] = (Empty, (c, a, t) => c.Insights.Demographics(a, "follower_demographics", "age,gender", cancellation: t)),
        ["insights-media"] = (Empty, (c, a, t) => c.Insights.Media(a, Media, ["reach", "saved"], t)),
        ["subscriptions-subscribe"] = ("""{"success":true}""", (c, a, t) => c.Subscriptions.Subscribe(a, ["comments", "messages"], t)),
        ["subscriptions-read"] = (Empty, (c, a, t) => c.Subscriptions.Subscribed(a, t)),
        ["subscriptions-end"] = ("""{"success":true}""", (c, a, t) => c.Subscriptions.Unsubscribe(a, t)),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_call_sends_what_was_approved(string name)
    {
        var (answer, call) = Calls[name];
        var texts = new List<string>();
        foreach (var access in new[] { FakeInstagram.Instagram, FakeInstagram.Facebook })
        {
            var meta = new FakeInstagram().Answers(answer);
            await call(meta.Client, access, TestContext.Current.CancellationToken);
            texts.Add(meta.Sent);
        }

        Approved.Matches(name, string.Join("\n\n=== Facebook Login ===\n\n", texts));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_token_is_in_an_address_only_where_the_request_is_marked_secret(string name)
    {
        var (answer, call) = Calls[name];
        foreach (var access in new[] { FakeInstagram.Instagram, FakeInstagram.Facebook })
        {
            var meta = new FakeInstagram().Answers(answer);
            await call(meta.Client, access with { Token = "precious" }, TestContext.Current.CancellationToken);
            meta.Marked.ShouldAllBe(marked => marked == name.StartsWith("login-", StringComparison.Ordinal));
            if (!meta.Marked[0]) meta.Sent.ShouldNotContain("precious");
        }
    }

    [Fact]
    public async Task The_pages_and_permissions_of_a_Facebook_user_are_asked_for_with_the_user_token()
    {
        var meta = new FakeInstagram()
            .Answers("""{"data":[{"id":"1","name":"Bakery","access_token":"EAApage","tasks":["MANAGE"],"instagram_business_account":{"id":17841400000000001,"username":"bakery"}},{"id":"2"}],"paging":{"cursors":{"after":"next"},"next":"https://x"}}""")
            .Answers("""{"data":[{"id":"3"}],"paging":{"cursors":{"after":"end"}}}""")
            .Answers("""{"data":[{"permission":"instagram_basic","status":"granted"},{"permission":"pages_messaging","status":"declined"}]}""");

        var pages = await meta.Client.Login.LinkedAccounts("EAAuser", TestContext.Current.CancellationToken);
        var granted = await meta.Client.Login.GrantedPermissions("EAAuser", TestContext.Current.CancellationToken);

        pages.Count.ShouldBe(3);
        pages[0].ToAccess().ShouldBe(new InstagramAccess(InstagramLogin.Facebook, "17841400000000001", "EAApage", "1"));
        pages[1].ToAccess().ShouldBeNull();
        granted.ShouldBe(["instagram_basic"]);
        Approved.Matches("login-pages-and-permissions", meta.Sent);
    }

    [Fact]
    public async Task What_only_Facebook_Login_offers_goes_to_its_hosts()
    {
        var meta = new FakeInstagram().Answers(Id).Answers("""{"success":true,"message":"Upload successful."}""").Answers("""{"offset":4}""")
            .Answers("""{"success":true}""").Answers("""{"success":true}""").Answers(Id)
            .Answers("""{"data":[{"id":"1","name":"Bakery","location":{"city":"Lisbon","latitude":38.7,"longitude":-9.1},"link":"https://x"},{"id":"2","name":"Nowhere"}]}""")
            .Answers("""{"success":true,"deleted_id":"1"}""").Answers("null")
            .Answers("""{"shopping_product_tag_eligibility":true,"id":"1"}""")
            .Answers("""{"data":[{"catalog_id":960179311066902,"catalog_name":"Loaves","shop_name":"Bakery","product_count":"11"}]}""")
            .Answers("""{"data":[{"product_id":3231775643511089,"product_name":"Rye","image_url":"https://x","retailer_id":"R1","review_status":"approved","is_checkout_flow":true,"product_variants":[{"product_id":"77","variant_name":"small"}]}],"paging":{"cursors":{"after":"next"},"next":"https://x"}}""")
            .Answers("""{"data":[{"product_id":"77","name":"Rye","price_string":"€5","review_status":"","x":0.5,"y":"0.25"}]}""")
            .Answers(Id)
            .Answers("""{"data":[{"id":3380000000000010,"title":"Waltz","display_artist":"Trio","duration_in_ms":97500,"preview_url":"https://x"},null,{"title":"Without an id"}],"paging":{"cursors":{"after":"next"},"next":"https://x"}}""")
            .Answers("{}");
        var (publishing, facebook, stop) = (meta.Client.Publishing, FakeInstagram.Facebook, TestContext.Current.CancellationToken);

        await publishing.CreateContainer(facebook, new ReelContainer { Video = VideoSource.Upload, ProductIds = ["77"], IsPaidPartnership = true, HasCommentPrompt = true }, stop);
        await publishing.Upload(facebook, "17890000000000001", new MemoryStream("0123456789"u8.ToArray()), cancellation: stop);
        (await publishing.UploadedBytes(facebook, "17890000000000001", stop)).ShouldBe(4);
        await publishing.Upload(facebook, "17890000000000001", new MemoryStream("0123456789"u8.ToArray()), 4, cancellation: stop);
        await publishing.UploadFrom(facebook, "17890000000000001", new Uri("https://cdn.example/film.mp4"), stop);
        await publishing.CreateContainer(
            facebook, Picture with { ProductTags = [new ProductTag("77", 0.5m, 0.5m)], SponsorIds = ["17841400000000002"], Poll = new CaptionPoll("Rye", "Wheat", "Both", StaysOpen: true) }, stop);
        (await meta.Client.Places.Search(facebook, "bak ery", stop)).ShouldHaveSingleItem()
            .ShouldBe(new Place("1", "Bakery") { City = "Lisbon", Latitude = 38.7m, Longitude = -9.1m, Link = "https://x" });
        await meta.Client.Media.Delete(facebook, Media, stop);
        (await meta.Client.Media.Poll(facebook, Media, stop)).ShouldBeNull();
        (await meta.Client.Products.IsEligible(facebook, stop)).ShouldBe(true);
        (await meta.Client.Products.Catalogs(facebook, stop)).ShouldHaveSingleItem().ShouldBe(new Catalog("960179311066902", "Loaves") { Shop = "Bakery", ProductCount = 11 });
        var found = await meta.Client.Products.Search(facebook, "960179311066902", "rye & more", "cursor", stop);
        found.After.ShouldBe("next");
        found.Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Id.ShouldBe("3231775643511089"), p => p.Review.ShouldBe(ProductReview.Approved), p => p.Variants.ShouldBe([new ProductVariant("77", "small")]));
        (await meta.Client.Products.OnMedia(facebook, Media, stop)).ShouldHaveSingleItem().ShouldBe(new MarkedProduct("77", "Rye") { Price = "€5", X = 0.5m, Y = 0.25m });

        await publishing.CreateContainer(facebook, new ReelContainer { Video = VideoSource.Upload, Audio = new("3380000000000010") { AudioVolume = 80, VideoVolume = 0 } }, stop);
        var sounds = await meta.Client.Audio.Search(facebook, AudioKind.OriginalSound, "waltz & more", "cursor", stop);
        sounds.After.ShouldBe("next");
        sounds.Items.ShouldHaveSingleItem().ShouldBe(new CatalogAudio("3380000000000010") { Title = "Waltz", Artist = "Trio", Duration = TimeSpan.FromSeconds(97.5), PreviewUrl = "https://x" });
        (await meta.Client.Audio.Get(facebook, "3380000000000010", stop)).ShouldBe(new CatalogAudio("3380000000000010"));

        Approved.Matches("publishing-facebook-only", meta.Sent);
    }

    [Fact]
    public void The_browser_is_sent_to_the_page_of_its_login()
    {
        var meta = new FakeInstagram();
        var instagram = meta.Client.Login.AuthorizeUrl(
            InstagramLogin.Instagram, Back, ["instagram_business_basic", "instagram_business_manage_comments"], "st/ate=1", forceReauth: true);
        var facebook = meta.Client.Login.AuthorizeUrl(InstagramLogin.Facebook, Back, ["instagram_basic"], "s", forceReauth: true);

        Approved.Matches("login-authorize", $"{instagram.AbsoluteUri}\n{facebook.AbsoluteUri}");
    }

    [Fact]
    public async Task Addresses_keep_the_path_of_a_sandbox()
    {
        var meta = new FakeInstagram().Answers("""{"id":"1","user_id":"2"}""").Answers("""{"access_token":"t"}""");
        meta.Options.InstagramGraph = new Uri("http://localhost:5080/ig");

        await meta.Client.Accounts.Me(FakeInstagram.Instagram, TestContext.Current.CancellationToken);
        await meta.Client.Login.Refresh(FakeInstagram.Instagram, TestContext.Current.CancellationToken);

        meta.Sent.ShouldContain("GET http://localhost:5080/ig/v25.0/me\n");
        meta.Sent.ShouldContain("GET http://localhost:5080/ig/refresh_access_token\n");
    }
}
