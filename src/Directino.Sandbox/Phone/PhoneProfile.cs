using Directino.Sandbox.Journal;
using Directino.Sandbox.Media;

namespace Directino.Sandbox.Phone;

/// <summary>The page's profile: who it is, and its grid.</summary>
internal static class PhoneProfile
{
    public static Html Render(PhoneState state, WorldState world, DateTimeOffset now, TimeSpan trialTime)
    {
        var (words, page) = (state.Words, state.Page);
        var posts = world.MediaOf(page.Id).Where(m => m.IsInGrid(now, trialTime)).ToList();
        return Html.Of($"""
            <header class="bar"><h2 class="mid"><bdi>{page.Username}</bdi></h2>{MessagesButton(state, world)}</header>
            <div class="scroll" tabindex="-1">
            <div class="profile">
            {PhonePage.Face(state, page.PictureFile, page.Name, "large")}
            <dl id="live-counts" data-live>
            <div><dd>{words.Number(posts.Count)}</dd><dt>{words["posts"]}</dt></div>
            <div><dd>{words.Number(page.Followers)}</dd><dt>{words["followers"]}</dt></div>
            <div><dd>{words.Number(page.Follows)}</dd><dt>{words["following"]}</dt></div>
            </dl>
            <div class="bio"><p><b><bdi>{page.Name}</bdi></b></p><p><bdi>{page.Biography}</bdi></p>{Html.When(page.Website is not null, () => Html.Of($"""<p class="site"><bdi>{page.Website!.Replace("https://", "", StringComparison.Ordinal).TrimEnd('/')}</bdi></p>"""))}</div>
            <a class="wide" href="{state.MessagesView}">{words["message"]}</a>
            </div>
            <div id="live-stories" data-live>{Stories(state, world, now)}</div>
            <ul class="grid" id="live-grid" data-live aria-label="{words.Say("grid", page.Username)}">{Html.Join(posts.Select(p => Tile(state, world, p)))}</ul>
            {Html.When(posts.Count == 0, () => Html.Of($"""<p class="empty">{words["nopictures"]}</p>"""))}
            </div>
            """);
    }

    /// <summary>The way to the messages, the same on every screen, with the number that wait.</summary>
    public static Html MessagesButton(PhoneState state, WorldState world)
    {
        var unread = PhoneMessages.Unread(state, world).Count;
        return Html.Of($"""
            <span class="end" id="live-unread" data-live><a class="round" href="{state.MessagesView}" data-testid="phone-messages-open"><span class="only-read">{state.Words.Say("opensmessages", state.Page.Username)}</span>{PhoneIcon.Bubble}{Html.When(unread > 0, () => Html.Of($"""<span class="dot"> {state.Words.Number(unread)}<span class="only-read"> {state.Words.Say("unread", "")}</span></span>"""))}</a></span>
            """);
    }

    private static Html Stories(PhoneState state, WorldState world, DateTimeOffset now)
    {
        var alive = world.MediaOf(state.Page.Id).Where(m => PhoneStory.IsAlive(m, now)).Reverse().ToList();
        return Html.When(alive.Count > 0, () => Html.Of($"""
            <ul class="stories" aria-label="{state.Words.Say("storiesof", state.Page.Username)}">{Html.Join(alive.Select(s => Html.Of($"""<li><a href="{state.Post(s.Id)}" data-testid="phone-story" data-media-id="{s.Id}"><img src="{state.File(s.Cover ?? "")}" alt="{state.Words["story"]}" width="64" height="64"><span>{state.Words.Age(now - s.Timestamp)}</span></a></li>""")))}</ul>
            """));
    }

    private static Html Tile(PhoneState state, WorldState world, MediaPost post)
    {
        var file = post.Children.Count > 0 ? PhonePost.Shots(world, post)[0].Cover : post.Cover;
        var label = post.AltText ?? post.Caption?.Split('\n')[0] ?? state.Words.Say("pictureof", state.Page.Username);
        return Html.Of($"""
            <li><a href="{state.Post(post.Id)}" data-testid="phone-post" data-media-id="{post.Id}">{(file is null || PhonePost.IsFilm(file)
                ? Html.Of($"""<span class="no-picture" dir="auto">{label}</span>""")
                : Html.Of($"""<img src="{state.File(file)}" alt="{label}" loading="lazy" decoding="async" width="1080" height="1350">"""))}{Html.When(post.ProductType == "REELS", () => Html.Of($"""<span class="many" title="{state.Words["reel"]}">{PhoneIcon.Film}</span>"""))}{Html.When(post.Children.Count > 1, () => Html.Of($"""<span class="many" title="{state.Words.Say("carousel", state.Words.Number(post.Children.Count))}">{PhoneIcon.Stack}</span>"""))}</a></li>
            """);
    }
}
