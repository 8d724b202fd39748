using Directino.Accounts;
using Directino.Accounts.Tokens;
using Directino.Media;
using Directino.Planning;
using Directino.Tests.Media;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Planning;

/// <summary>What a test does with posts and pictures.</summary>
internal static class PlanningInStudio
{
    public static async Task<MediaItem> Upload(this TestWorkspace shop, byte[] file, string name = "picture.jpg")
    {
        var outcome = await shop.Studio.Get<MediaLibrary>().Add(shop.Id, shop.Owner, name, new MemoryStream(file), CancellationToken.None);
        return outcome.ShouldBeOfType<UploadOutcome.Added>().Item;
    }

    public static async Task<Post> Draft(this TestWorkspace shop, PostContent content) =>
        (await shop.Studio.Get<Planner>().Draft(shop.Id, shop.Owner, content, null, CancellationToken.None)).ShouldBeOfType<PlanOutcome.Done>().Post;

    /// <summary>A post that may go out, as a draft.</summary>
    public static async Task<Post> Draft(this TestWorkspace shop, ConnectedAccount account, string caption)
    {
        shop.LendMedia();
        var picture = await shop.Upload(TestPictures.Small);
        return await shop.Draft(PostContent.OnePicture(account.Id, picture.Id, caption, "A loaf"));
    }

    public static async Task<Post> Schedule(this TestWorkspace shop, ConnectedAccount account, string caption, TimeSpan ahead)
    {
        var post = await shop.Draft(account, caption);
        var outcome = await shop.Studio.Get<Planner>()
            .Schedule(shop.Id, post.Id, shop.Studio.Clock.GetUtcNow() + ahead, shop.Owner, null, CancellationToken.None);
        return outcome.ShouldBeOfType<PlanOutcome.Done>().Post;
    }

    public static async Task<Post> PublishNow(this TestWorkspace shop, ConnectedAccount account, string caption)
    {
        var post = await shop.Draft(account, caption);
        var outcome = await shop.Studio.Get<Planner>().PublishNow(shop.Id, post.Id, shop.Owner, null, CancellationToken.None);
        return outcome.ShouldBeOfType<PlanOutcome.Done>().Post;
    }

    public static async Task<Post> Read(this TestWorkspace shop, Post post)
    {
        await using var db = shop.Open();
        return await db.Set<Post>().AsNoTracking().SingleAsync(p => p.Id == post.Id);
    }

    /// <summary>The owner logs in again after the token ended.</summary>
    public static async Task LogInAgain(this TestWorkspace shop, ConnectedAccount account)
    {
        var login = await shop.Studio.Sandbox.LogIn(account.Username, []);
        await using var db = shop.Open();
        var known = await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == account.Id);
        known.SealedToken = await shop.Studio.Get<TokenVault>().Seal(shop.Id, account.Id, login.Token, CancellationToken.None);
        known.State = AccountState.Connected;
        foreach (var hook in shop.Studio.Get<IEnumerable<IAccountConnected>>())
            await hook.Connected(known, db, CancellationToken.None);
        await db.SaveChangesAsync();
    }

    /// <summary>The sandbox fetches files by the product's links, as Instagram does.</summary>
    public static void LendMedia(this TestWorkspace shop) => shop.Studio.Sandbox.Files = async address =>
    {
        await using var file = await shop.Studio.Get<MediaLinks>().Open(address.Segments[^1], CancellationToken.None);
        if (file is null)
            return null;
        using var bytes = new MemoryStream();
        await file.Content.CopyToAsync(bytes);
        return bytes.ToArray();
    };
}
