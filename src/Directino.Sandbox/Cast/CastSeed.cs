using Directino.Sandbox.Accounts;
using Directino.Sandbox.Comments;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Media;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Cast;

/// <summary>Plants the cast, counted back from the first start.</summary>
internal sealed class CastSeed(IOptions<SandboxOptions> options) : ISeed
{
    private static readonly int[] Gaps = [2, 2, 3, 2, 2, 2];
    private static readonly TimeSpan[] Hours = [new(6, 40, 0), new(17, 25, 0), new(11, 10, 0), new(7, 55, 0), new(18, 40, 0)];

    public void Plant(WorldBuilder world)
    {
        if (!options.Value.Cast) return;
        var accounts = CastPage.All.Select(page => (Page: page, Account: Account(world, page))).ToList();
        var people = CastPerson.All.ToDictionary(p => p.Username, p => Person(world, p, [.. accounts.Select(a => a.Account.Id)]), StringComparer.Ordinal);
        foreach (var (page, account) in accounts) Tell(world, page, account, people);
    }

    private static SandboxAccount Account(WorldBuilder world, CastPage page) => world.Account(page.Username, page.Name, account => account with
    {
        AccountType = page.AccountType,
        Biography = page.Biography,
        Website = page.Website,
        Followers = page.Followers,
        Follows = page.Follows,
        Catalogs = page.HasShop ? [CastShop.Of(world)] : [],
    }, CastPicture.Of(page.Picture));

    private static Person Person(WorldBuilder world, CastPerson person, IReadOnlyList<string> accounts) => world.Person(person.Username, person.Name, p => p with
    {
        Followers = person.Followers,
        // Here and there somebody follows only the one or the other.
        FollowedAccounts = [.. accounts.Where(a => CastChance.Of(person.Username + a, 0) < .8)],
    }, CastPicture.Of(person.Picture));

    private static void Tell(WorldBuilder world, CastPage page, SandboxAccount account, Dictionary<string, Person> people)
    {
        var story = CastStory.Of(page.Username);
        var times = Times(world.Anchor, story.Posts.Count);
        var today = DateOnly.FromDateTime(world.Anchor.UtcDateTime);
        var heat = new Dictionary<DateOnly, double>();
        for (var i = 0; i < times.Count; i++) heat[DateOnly.FromDateTime(times[i].UtcDateTime)] = story.Posts[i].Heat;
        var numbers = new CastNumbers(page, today, heat);

        // Oldest first, so that ids grow with time as they do on the platform.
        for (var i = story.Posts.Count - 1; i >= 0; i--) Publish(world, account, story.Posts[i], times[i], numbers.Post(i, story.Posts[i].Heat), people);
        foreach (var talk in story.Talks) Talk(world, account, people[talk.Person], talk);

        world.Numbers(account, numbers.Day);
        world.Demographics(account, page.Demographics);
        // Instagram, too, loses a number now and then; it is missing, not zero.
        var lost = today.AddDays(-47);
        world.Numbers(account, lost, numbers.Day(lost) with { Saves = null, ProfileLinksTaps = null, WebsiteClicks = null });
    }

    private static List<DateTimeOffset> Times(DateTimeOffset anchor, int count)
    {
        var (times, day) = (new List<DateTimeOffset>(count), new DateTimeOffset(anchor.UtcDateTime.Date.AddDays(-1), TimeSpan.Zero));
        for (var i = 0; i < count; day = day.AddDays(-Gaps[i % Gaps.Length]), i++) times.Add(day + Hours[i % Hours.Length]);
        return times;
    }

    private static void Publish(WorldBuilder world, SandboxAccount account, StoryPost post, DateTimeOffset at, (MediaNumbers Numbers, int Likes) counted, Dictionary<string, Person> people)
    {
        // A post of the last days has no totals of its own: the sandbox lets them grow.
        MediaPost Shape(MediaPost media) => media with { Likes = counted.Likes, Numbers = world.Anchor - at > TimeSpan.FromDays(3) ? counted.Numbers : null };
        var caption = string.Join('\n', post.Caption);
        var media = post.Pictures.Count == 1
            ? world.Media(account, at, caption, CastPicture.Of(post.Pictures[0]), Shape)
            : world.Carousel(account, at, caption, [.. post.Pictures.Select(CastPicture.Of)], Shape);

        Comment? above = null;
        var when = at;
        var step = (world.Anchor - at) / (post.Comments.Count + 2);
        for (var i = 0; i < post.Comments.Count; i++)
        {
            var said = post.Comments[i];
            var pace = TimeSpan.FromMinutes(11 + (83 * CastChance.Of(media.Id, i)));
            when += pace < step ? pace : step;
            if (said.Author is null) world.Reply(media, above!, said.Text, when);
            else if (said.IsAnswer) world.Comment(media, people[said.Author], said.Text, when, above);
            else above = world.Comment(media, people[said.Author], said.Text, when, shape: c => c with { Likes = (int)(5 * CastChance.Of(c.Id, 1)) });
        }
    }

    private static void Talk(WorldBuilder world, SandboxAccount account, Person person, StoryTalk talk)
    {
        var minutes = 0;
        foreach (var line in talk.Lines)
        {
            // Two lines of the same hour keep their order.
            var at = world.Anchor - line.Ago + TimeSpan.FromMinutes(minutes += 2);
            if (line.FromPage) world.Answer(account, person, line.Text, at);
            else world.Message(person, account, line.Text, at);
        }
    }
}
