using Directino.Accounts;
using Directino.Instagram;
using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Planning;
using Directino.Publishing;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Media;
using Directino.Sandbox.Publishing;
using Directino.Tests.Media;
using Directino.Tests.Studio;

namespace Directino.Tests.Publishing;

public sealed class EveryKindTests
{
    public static MatrixTheoryData<InstagramLogin, string> Posts => new(Enum.GetValues<InstagramLogin>(), EveryKind.Names);

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_post_with_every_option_comes_out_as_it_was_written(InstagramLogin login, string name)
    {
        if (EveryKind.HasFilm(name))
            TestFilms.NeedFfmpeg();
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", login);
        await shop.Allow(account.Id, Capability.TagProducts);
        var kind = await EveryKind.Of(name, shop, account);
        var (content, whole, items) = kind.Make(name);
        var post = await shop.Publish(content);

        (post.State, post.Reason, post.ReasonDetail).ShouldBe((PostState.Published, null, null));
        var published = (Published)studio.Published().ShouldHaveSingleItem().Effect;
        JournalFields.Of(published.Media).ShouldBe(whole, ignoreOrder: true);
        published.Children.Count.ShouldBe(items.Length);
        foreach (var (place, child) in published.Children.Index())
            JournalFields.Of(child).ShouldBe(items[place], ignoreOrder: true);
        (published.Media.Details.CoverFile is not null).ShouldBe(content.Options.Cover is not null);
        (post.InstagramId, post.Permalink).ShouldBe((published.Media.Id, published.Media.Permalink));
        AfterwardsIsDone(studio, content, published.Media);
        (await shop.Story(post)).Select(s => s.Event).Order().ShouldBe(Steps(content).Order());
        await WhatWasSentIsWhatTheLibraryHas(studio, shop, content, published);
    }

    [Fact]
    public void Nothing_that_can_be_said_is_left_out()
    {
        // A new choice belongs into the table above; what is posted by hand is never sent (ByHandTests).
        typeof(PostChoices).GetProperties().Where(p => p.Name is not ("None" or "EqualityContract" or nameof(PostChoices.ByHand))).Select(p => p.Name).ShouldBe(
            [
                nameof(PostChoices.LocationId), nameof(PostChoices.LocationName), nameof(PostChoices.Collaborators), nameof(PostChoices.AiGenerated),
                nameof(PostChoices.PaidPartnership), nameof(PostChoices.SponsorIds), nameof(PostChoices.FirstComment), nameof(PostChoices.CommentsOff), nameof(PostChoices.Cover),
                nameof(PostChoices.CoverAt), nameof(PostChoices.ShareToFeed), nameof(PostChoices.AudioName), nameof(PostChoices.Audio), nameof(PostChoices.Graduation),
                nameof(PostChoices.Poll), nameof(PostChoices.CommentPrompt),
            ],
            ignoreOrder: true);
        typeof(ItemContent).GetProperties().Where(p => p.Name != "EqualityContract").Select(p => p.Name).ShouldBe(
            [nameof(ItemContent.Media), nameof(ItemContent.AltText), nameof(ItemContent.People), nameof(ItemContent.Products)], ignoreOrder: true);
        Enum.GetValues<GraduationStrategy>().Length.ShouldBe(2);
    }

    private static void AfterwardsIsDone(Tests.Studio.Studio studio, PostContent content, MediaPost media)
    {
        var comments = studio.Sandbox.Journal("comment-made").Where(e => e.Effect.Subjects["media"] == media.Id).Select(e => ((CommentMade)e.Effect).Comment).ToList();
        comments.Select(c => (c.Text, c.PersonId)).ShouldBe(content.Options.FirstComment is { } text ? [(text, null)] : []);
        studio.Sandbox.Journal("comments-switched").Select(e => (CommentsSwitched)e.Effect).Select(e => (e.MediaId, e.Enabled))
            .ShouldBe(content.Options.CommentsOff ? [(media.Id, false)] : []);
    }

    private static IEnumerable<StoryEvent> Steps(PostContent content)
    {
        var items = content.Items.Count > 1 ? content.Items.Count : 0;
        return
        [
            .. Enumerable.Repeat(StoryEvent.ContainerAsked, items + 1), .. Enumerable.Repeat(StoryEvent.ItemMade, items),
            StoryEvent.ContainerMade, StoryEvent.ContainerReady, StoryEvent.PublishSent, StoryEvent.Published,
            .. content.Options.FirstComment is null ? Array.Empty<StoryEvent>() : [StoryEvent.Commented],
            .. content.Options.CommentsOff ? new[] { StoryEvent.CommentsClosed } : [],
        ];
    }

    /// <summary>Bit by bit, in the order of the items.</summary>
    private static async Task WhatWasSentIsWhatTheLibraryHas(Tests.Studio.Studio studio, TestWorkspace shop, PostContent content, Published published)
    {
        IReadOnlyList<MediaPost> there = published.Children.Count > 0 ? published.Children : [published.Media];
        foreach (var (place, media) in there.Index())
        {
            var item = await studio.Get<MediaLibrary>().Find(shop.Id, content.Items[place].Media, TestContext.Current.CancellationToken);
            studio.Sandbox.Kept(media.File!).ShouldBe(await shop.Bytes(item!));
        }
    }
}
