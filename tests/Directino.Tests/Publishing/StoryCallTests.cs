using System.Text.Json;
using Directino.Media;
using Directino.Planning;
using Directino.Publishing;
using Directino.Tests.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Publishing;

/// <summary>The timeline of a post says what was asked of Instagram, and what it answered.</summary>
public sealed class StoryCallTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_is_told_in_Metas_words_with_its_answer_and_without_a_secret()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var picture = await shop.Upload(TestPictures.Small);
        var post = await shop.Publish(PostContent.OnePicture(account.Id, picture.Id, new string('x', 300), "A loaf") with { Options = PostChoices.None with { FirstComment = "Ask us" } });
        await studio.PassTime(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));
        post = await shop.Read(post);
        var story = await shop.Story(post);
        var asked = story.Where(s => s.Asked is not null).ToDictionary(s => s.Event, s => s.Asked!);
        var container = asked[StoryEvent.ContainerAsked];
        (container.Method, container.Path).ShouldBe(("POST", $"/{account.InstagramId}/media"));
        var fields = container.Fields.ToDictionary(f => f.Name, f => f.Value);
        (fields["image_url"], fields["alt_text"], fields["caption"]).ShouldBe((picture.FileName, "A loaf", new string('x', 200) + "…"));
        var publish = asked[StoryEvent.PublishSent];
        (publish.Path, publish.Fields.Single().Value).ShouldBe(($"/{account.InstagramId}/media_publish", story.Single(s => s.Event == StoryEvent.ContainerMade).InstagramId));
        story.Single(s => s.Event == StoryEvent.Published).InstagramId.ShouldBe(post.InstagramId);
        var comment = asked[StoryEvent.Commented];
        (comment.Path, comment.Fields.Single().Value).ShouldBe(($"/{post.InstagramId}/comments", "Ask us"));
        var all = JsonSerializer.Serialize(story);
        all.ShouldNotContain("http", Case.Insensitive, "a link opens a file for whoever has it");
        all.ShouldNotContain("access_token");
    }

    [Fact]
    public async Task Of_a_carousel_each_item_is_told_and_what_is_gone_from_the_library_leaves_the_rest_readable()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var (one, two) = (await shop.Upload(TestPictures.Small), await shop.Upload(TestPictures.Jpeg(640, 400)));
        var post = await shop.Publish(PostContent.Empty with { Account = account.Id, Caption = "Two", Items = [new(one.Id), new(two.Id)] });
        post.State.ShouldBe(PostState.Published);
        var asked = (await shop.Story(post)).Where(s => s.Event == StoryEvent.ContainerAsked).ToList();
        asked.Select(s => s.Item).ShouldBe([0, 1, null], ignoreOrder: true);
        asked.Single(s => s.Item == 1).Asked!.Fields.ShouldContain(new StoryField("is_carousel_item", "true"));
        asked.Single(s => s.Item is null).Asked!.Fields.ShouldContain(new StoryField("media_type", "CAROUSEL"));

        await using (var db = shop.Open())
        {
            await db.Set<Post>().Where(p => p.Id == post.Id).SelectMany(p => p.Items).ExecuteDeleteAsync(Ct);
            await db.Set<MediaItem>().Where(m => m.Id == two.Id).ExecuteDeleteAsync(Ct);
        }

        var later = await shop.Story(post);
        later.Where(s => s.Event == StoryEvent.ContainerAsked).ShouldAllBe(s => s.Asked == null);
        later.Single(s => s.Event == StoryEvent.PublishSent).Asked.ShouldNotBeNull();
    }
}
