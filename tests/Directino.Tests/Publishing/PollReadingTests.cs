using Directino.Accounts;
using Directino.Instagram;
using Directino.Ledger;
using Directino.Planning;
using Directino.Publishing;
using Directino.Sandbox.Faults;
using Directino.Tests.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Publishing;

public sealed class PollReadingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task How_a_poll_stands_is_asked_when_somebody_wants_to_know()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Published(studio, new PostPoll { Options = ["Rye", "Wheat"] });
        var people = studio.Sandbox.World.Read(s => s.People.Keys.Take(3).ToList());
        foreach (var (option, person) in people.Index())
            studio.Sandbox.Control.Vote(person, post.InstagramId!, option == 2 ? 1 : 0);

        var known = await Read<PollOutcome.Known>(shop, post);
        known.Poll.Answers.Select(a => (a.Text, a.Share)).ShouldBe([("Rye", 0.6667m), ("Wheat", 0.3333m)]);
        known.Poll.EndsAt!.Value.ShouldBe(post.PublishedAt!.Value.AddDays(3), TimeSpan.FromMinutes(1));
        studio.Sandbox.Control.Vote(people[0], post.InstagramId!, 1);
        (await Read<PollOutcome.Known>(shop, post)).Poll.Answers[1].Share.ShouldBe(0.6667m);
    }

    [Fact]
    public async Task What_stands_in_the_way_is_named()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Published(studio, new PostPoll { Options = ["Rye", "Wheat"] });
        studio.Sandbox.Faults.Set(new Fault { Call = "poll_attachment", Kind = FaultKind.Error, Code = 10, Times = 1 });
        (await Read<PollOutcome.Refused>(shop, post)).Rule.ShouldNotBeNullOrEmpty();
        studio.Sandbox.Control.DeleteMedia(post.InstagramId!);
        (await Read<PollOutcome.Refused>(shop, post)).Rule.ShouldBe("object-gone");
        await Read<PollOutcome.NotThere>(await studio.OpenWorkspace("Another"), post);
        await Read<PollOutcome.NotThere>(shop, await shop.Draft(post.Content));
        // Connected with the other login by now.
        await using (var db = shop.Open())
        {
            (await db.Set<ConnectedAccount>().SingleAsync(Ct)).Login = InstagramLogin.Instagram;
            await db.SaveChangesAsync(Ct);
        }

        (await Read<PollOutcome.Refused>(shop, post)).Rule.ShouldBe(PostRules.FacebookLoginOnly);
    }

    [Fact]
    public async Task A_post_without_a_poll_has_nothing_to_tell()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Published(studio, null);
        await Read<PollOutcome.NotThere>(shop, post);
    }

    private static async Task<(TestWorkspace Shop, Post Post)> Published(Tests.Studio.Studio studio, PostPoll? poll)
    {
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", InstagramLogin.Facebook);
        var picture = await shop.Upload(TestPictures.Small);
        var post = await shop.Publish(PostContent.OnePicture(account.Id, picture.Id, "Which one?", null) with { Options = PostChoices.None with { Poll = poll } });
        post.State.ShouldBe(PostState.Published);
        return (shop, post);
    }

    private static async Task<TOutcome> Read<TOutcome>(TestWorkspace shop, Post post) where TOutcome : PollOutcome =>
        (await shop.Studio.Get<PollReading>().Read(shop.Id, post.Id, Ct)).ShouldBeOfType<TOutcome>();
}
