using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Publishing;
using Directino.Ledger;
using Directino.Planning;

namespace Directino.Tests.Planning;

/// <summary>What can be said about which kind of post through which login; where it cannot, the rule and the field.</summary>
public sealed class PostOptionsTests
{
    private const string Free = "";

    private static readonly ContainerKind[] Kinds =
        [ContainerKind.Image, ContainerKind.Carousel, ContainerKind.Reel, ContainerKind.TrialReel, ContainerKind.StoryImage, ContainerKind.StoryVideo];

    /// <summary>By kind, in the order above.</summary>
    private static readonly Row[] Rows =
    [
        new("caption", p => p.Saying("Bread"), PostField.Caption, [Free, Free, Free, Free, PostRules.NotOnStories, PostRules.NotOnStories]),
        new("location", p => p.Choosing(o => o with { LocationId = "1" }), PostField.Location, [Free, Free, Free, Free, PostRules.NotOnStories, PostRules.NotOnStories]),
        new("collaborators", p => p.Choosing(o => o with { Collaborators = ["ana"] }), PostField.Collaborators, [Free, Free, Free, Free, PostRules.NotOnStories, PostRules.NotOnStories]),
        new("AI label", p => p.Choosing(o => o with { AiGenerated = true }), PostField.AiLabel, [Free, Free, Free, Free, Free, Free]),
        new("paid partnership", p => p.Choosing(o => o with { PaidPartnership = true }), PostField.Partnership, [Free, Free, Free, Free, PostRules.NotOnStories, PostRules.NotOnStories], FacebookOnly: true),
        new("sponsors", p => p.Choosing(o => o with { SponsorIds = ["1"] }), PostField.Partnership, [Free, Free, Free, Free, PostRules.NotOnStories, PostRules.NotOnStories], FacebookOnly: true),
        new("poll", p => p.Choosing(o => o with { Poll = new PostPoll { Options = ["Rye", "Wheat"] } }), PostField.Poll, [Free, Free, Free, Free, PostRules.NotOnStories, PostRules.NotOnStories], FacebookOnly: true),
        new("invitation to comment", p => p.Choosing(o => o with { CommentPrompt = true }), PostField.CommentPrompt, [Free, Free, Free, Free, PostRules.NotOnStories, PostRules.NotOnStories], FacebookOnly: true),
        new("first comment", p => p.Choosing(o => o with { FirstComment = "First" }), PostField.FirstComment, [Free, Free, Free, Free, PostRules.NotOnStories, PostRules.NotOnStories]),
        new("comments off", p => p.Choosing(o => o with { CommentsOff = true }), PostField.Comments, [Free, Free, Free, Free, PostRules.NotOnStories, PostRules.NotOnStories]),
        new("cover", p => p.Covered(PaperPost.Picture()), PostField.Cover, [PostRules.ReelsOnly, PostRules.ReelsOnly, Free, Free, PostRules.ReelsOnly, PostRules.ReelsOnly]),
        new("moment", p => p.Choosing(o => o with { CoverAt = TimeSpan.FromSeconds(1) }), PostField.Cover,
            [PostRules.VideosOnly, PostRules.NotOnThisKind, Free, Free, PostRules.VideosOnly, PostRules.NotOnStories]),
        new("shown in the feed", p => p.Choosing(o => o with { ShareToFeed = true }), PostField.ShareToFeed, [PostRules.ReelsOnly, PostRules.ReelsOnly, Free, Free, PostRules.ReelsOnly, PostRules.ReelsOnly]),
        new("kept from the feed", p => p.Choosing(o => o with { ShareToFeed = false }), PostField.ShareToFeed, [PostRules.ReelsOnly, PostRules.ReelsOnly, Free, Free, PostRules.ReelsOnly, PostRules.ReelsOnly]),
        new("audio name", p => p.Choosing(o => o with { AudioName = "Oven hum" }), PostField.AudioName, [PostRules.ReelsOnly, PostRules.ReelsOnly, Free, Free, PostRules.ReelsOnly, PostRules.ReelsOnly]),
        new("sound of the catalogue", p => p.Choosing(o => o with { Audio = new PostAudio("7", "Waltz", "Trio") }), PostField.Audio, [PostRules.ReelsOnly, PostRules.ReelsOnly, Free, Free, PostRules.ReelsOnly, PostRules.ReelsOnly], FacebookOnly: true),
        new("trial", p => p.Choosing(o => o with { Graduation = GraduationStrategy.Performance }), PostField.Graduation, [PostRules.ReelsOnly, PostRules.ReelsOnly, Free, Free, PostRules.ReelsOnly, PostRules.ReelsOnly]),
        new("description", p => p.About(0, i => i with { AltText = "A loaf" }), PostField.AltText,
            [Free, Free, PostRules.PicturesOnly, PostRules.PicturesOnly, PostRules.NotOnStories, PostRules.NotOnStories], Item: 0),
        new("description of a film", p => p.About(p.Content.Items.Count - 1, i => i with { AltText = "A loaf" }), PostField.AltText,
            [Free, PostRules.PicturesOnly, PostRules.PicturesOnly, PostRules.PicturesOnly, PostRules.NotOnStories, PostRules.NotOnStories], Item: -1),
        new("product", p => p.About(0, i => i with { Products = [new ProductMark("7", "Rye", 0.5m, 0.5m)] }), PostField.Products,
            [Free, Free, PostRules.ProductWithPlace, PostRules.ProductWithPlace, PostRules.NotOnStories, PostRules.NotOnStories], FacebookOnly: true, Item: 0),
        new("product of a film", p => p.About(p.Content.Items.Count - 1, i => i with { Products = [new ProductMark("7")] }), PostField.Products,
            [PostRules.ProductWithoutPlace, Free, Free, Free, PostRules.NotOnStories, PostRules.NotOnStories], FacebookOnly: true, Item: -1),
        new("people", p => p.About(0, i => i with { People = [new PersonTag("ana", 0.5m, 0.5m)] }), PostField.People, [Free, Free, Free, Free, Free, Free], Item: 0),
    ];

    public static MatrixTheoryData<string, ContainerKind, InstagramLogin> All => new(Rows.Select(r => r.Name), Kinds, Enum.GetValues<InstagramLogin>());

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_not_possible_is_named_with_its_reason(string option, ContainerKind kind, InstagramLogin login)
    {
        var row = Rows.Single(r => r.Name == option);
        var rule = row.Rules[Array.IndexOf(Kinds, kind)];
        // What a login does not have is named before what is wrong with it.
        if (rule is Free or PostRules.ProductWithPlace or PostRules.ProductWithoutPlace && row.FacebookOnly && login == InstagramLogin.Instagram)
            rule = PostRules.FacebookLoginOnly;
        var post = row.Use(PaperPost.Of(kind, login));
        var item = row.Item == -1 ? post.Content.Items.Count - 1 : row.Item;
        post.Objections.ShouldBe(rule == Free ? [] : [new Objection(row.Field, rule, item)]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_not_possible_is_left_out_by_one_press(string option, ContainerKind kind, InstagramLogin login)
    {
        var row = Rows.Single(r => r.Name == option);
        var post = row.Use(PaperPost.Of(kind, login));
        if (post.Objections is not [var objection])
            return;
        var mend = PostMending.Mend(post.Content, objection);
        // What a caption should say where there is none, and where a product stands, only people know.
        (mend is null).ShouldBe(objection.Field == PostField.Caption || objection.Rule == PostRules.ProductWithoutPlace);
        if (mend is not null)
            (post with { Content = mend.Content }).Objections.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Without_an_account_only_what_no_login_offers_is_held_against_it(string option, ContainerKind kind, InstagramLogin login)
    {
        var row = Rows.Single(r => r.Name == option);
        var facebook = row.Use(PaperPost.Of(kind)).Objections;
        (row.Use(PaperPost.Of(kind, login)) with { Login = null }).Objections.ShouldBe([new Objection(PostField.Account, PostRules.AccountMissing), .. facebook]);
    }

    [Theory]
    [InlineData(InstagramLogin.Instagram)]
    [InlineData(InstagramLogin.Facebook)]
    public void What_is_done_under_a_post_needs_the_permission_for_comments(InstagramLogin login)
    {
        var post = PaperPost.Of(ContainerKind.Image, login);
        var without = post with { Account = a => { a.Scopes = a.Scopes.Replace(Scopes.For(login, Capability.Comments), "", StringComparison.Ordinal); return a; } };
        without.Objections.ShouldBeEmpty();
        without.Choosing(o => o with { FirstComment = "First" }).Objections.ShouldBe([new Objection(PostField.FirstComment, GateRules.ScopeMissing)]);
        without.Choosing(o => o with { CommentsOff = true }).Objections.ShouldBe([new Objection(PostField.Comments, GateRules.ScopeMissing)]);
        var off = post with { Account = a => { a.MayComment = false; return a; } };
        off.Choosing(o => o with { FirstComment = "First" }).Objections.ShouldBe([new Objection(PostField.FirstComment, GateRules.SwitchedOff)]);
    }

    [Fact]
    public void Marking_products_is_a_leave_of_its_own_that_needs_two_permissions()
    {
        var plain = PaperPost.Of(ContainerKind.Image);
        var post = plain.About(0, i => i with { Products = [new ProductMark("7", "Rye", 0.5m, 0.5m)] });
        post.Objections.ShouldBeEmpty();
        foreach (var scope in Scopes.All(InstagramLogin.Facebook, Capability.TagProducts))
        {
            Func<ConnectedAccount, ConnectedAccount> without = a => { a.Scopes = a.Scopes.Replace(scope, "", StringComparison.Ordinal); return a; };
            (post with { Account = without }).Objections.ShouldBe([new Objection(PostField.Products, GateRules.ScopeMissing, 0)]);
            (plain with { Account = without }).Objections.ShouldBeEmpty();
        }

        (post with { Account = a => { a.Switch(Capability.TagProducts, on: false); return a; } }).Objections.ShouldBe([new Objection(PostField.Products, GateRules.SwitchedOff, 0)]);
        Scopes.ToAsk(InstagramLogin.Facebook, [Capability.Publish]).ShouldNotContain("catalog_management");
        Scopes.All(InstagramLogin.Facebook, Capability.TagProducts).ShouldBeSubsetOf(Scopes.ToAsk(InstagramLogin.Facebook, [Capability.TagProducts]));
        Scopes.ToAsk(InstagramLogin.Instagram, Enum.GetValues<Capability>()).ShouldNotContain("catalog_management");
    }

    [Fact]
    public void An_account_that_may_not_publish_is_the_first_thing_to_mend()
    {
        var post = PaperPost.Of(ContainerKind.Image).Saying(new string('x', 2201));
        (post with { Account = a => { a.Disconnect(); return a; } }).Objections[0].ShouldBe(new Objection(PostField.Account, GateRules.Disconnected));
        (post with { Account = a => { a.MayPublish = false; return a; } }).Objections[0].ShouldBe(new Objection(PostField.Account, GateRules.SwitchedOff));
        (post with { Account = a => { a.Scopes = "instagram_basic"; return a; } }).Objections[0].ShouldBe(new Objection(PostField.Account, GateRules.ScopeMissing));
    }

    private sealed record Row(string Name, Func<PaperPost, PaperPost> Use, PostField Field, string[] Rules, bool FacebookOnly = false, int? Item = null);
}
