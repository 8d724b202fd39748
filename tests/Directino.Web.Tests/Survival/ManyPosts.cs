using System.Globalization;
using Directino.Accounts;
using Directino.Media;
using Directino.Planning;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Survival;

/// <summary>A number of posts with one picture, dealt out to a number of accounts.</summary>
internal static class ManyPosts
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Connects the accounts and schedules the posts.</summary>
    /// <param name="slot">When a post is to leave; asked after the accounts were connected.</param>
    public static async Task Plan(ProductProcess product, IServiceProvider services, int posts, int accounts, Func<int, DateTimeOffset> slot)
    {
        var planner = services.GetRequiredService<Planner>();
        await using var picture = new MemoryStream(Pictures.Plain());
        var upload = await services.GetRequiredService<MediaLibrary>().Add(product.Workspace, product.Owner, "loaf.jpg", picture, Ct);
        var item = upload.ShouldBeOfType<UploadOutcome.Added>().Item;
        var connected = new List<AccountId>();
        for (var i = 0; i < accounts; i++)
        {
            await product.Instagram.AddAccount(Username(i), Ct);
            connected.Add((await product.Connect(services, Username(i), Ct)).Id);
        }

        for (var i = 0; i < posts; i++)
        {
            var draft = await planner.Draft(product.Workspace, product.Owner, PostContent.OnePicture(connected[i % accounts], item.Id, Caption(i), null), null, Ct);
            var post = draft.ShouldBeOfType<PlanOutcome.Done>().Post;
            (await planner.Schedule(product.Workspace, post.Id, slot(i), product.Owner, null, Ct)).ShouldBeOfType<PlanOutcome.Done>();
        }
    }

    public static string Username(int number) => $"page.{number:000}";

    public static string Caption(int number) => $"Post {number:0000}";

    /// <summary>How many, unless the environment says otherwise.</summary>
    public static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
