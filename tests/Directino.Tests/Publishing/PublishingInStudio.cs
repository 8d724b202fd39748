using Directino.Accounts;
using Directino.Planning;
using Directino.Publishing;
using Directino.Sandbox.Journal;
using Directino.Tests.Planning;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Publishing;

/// <summary>What a test does with posts on their way.</summary>
internal static class PublishingInStudio
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Lets time pass until the post has come to an end.</summary>
    public static async Task<Post> Watch(this TestWorkspace shop, Post post)
    {
        for (var i = 0; i < 240 && (await shop.Read(post)).State is PostState.Scheduled or PostState.Publishing or PostState.Unknown; i++)
            await shop.Studio.PassTime(TimeSpan.FromSeconds(1));
        return await shop.Read(post);
    }

    /// <summary>Sends it off and watches it.</summary>
    public static async Task<Post> Publish(this TestWorkspace shop, PostContent content)
    {
        shop.LendMedia();
        var post = await shop.Draft(content);
        var outcome = await shop.Studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, Ct);
        return await shop.Watch(outcome.ShouldBeOfType<PlanOutcome.Done>().Post);
    }

    /// <summary>A member's own switch of an account.</summary>
    public static async Task Allow(this TestWorkspace shop, AccountId account, Capability capability, bool on = true)
    {
        await using var db = shop.Open();
        (await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == account, Ct)).Switch(capability, on);
        await db.SaveChangesAsync(Ct);
    }

    public static Task<IReadOnlyList<StoryStep>> Story(this TestWorkspace shop, Post post) => shop.Studio.Get<PublishingStory>().Tell(shop.Id, post.Id, Ct);

    /// <summary>What came out at Instagram.</summary>
    public static IReadOnlyList<JournalEntry> Published(this Tests.Studio.Studio studio) => studio.Sandbox.Journal("published");

    public static string MediaId(this JournalEntry entry) => entry.Effect.Subjects["media"];
}
