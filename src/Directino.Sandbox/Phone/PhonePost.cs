using Directino.Sandbox.Comments;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Media;

namespace Directino.Sandbox.Phone;

/// <summary>One post with its pictures, caption and comments.</summary>
internal static class PhonePost
{
    public const int LongestComment = 2200;

    public static Html Render(PhoneState state, WorldState world, string id, DateTimeOffset now)
    {
        var words = state.Words;
        if (!world.Media.TryGetValue(id, out var post) || post.AccountId != state.Page.Id)
        {
            return Html.Of($"""{Bar(state, world)}<div class="scroll"><p class="empty">{words["gone"]}</p></div>""");
        }
        if (post.ProductType == "STORY") return PhoneStory.Render(state, world, post, now);
        return Html.Of($"""
            {Bar(state, world)}
            <div class="scroll" tabindex="-1">
            <article>
            {PhoneLabels.Head(state, world, post)}
            {PhoneShot.All(state, world, post)}
            <p class="likes" id="live-likes" data-live>{words.Likes(post.Likes)}</p>
            <p class="caption" dir="auto"><b>{state.Page.Username}</b> {post.Caption}</p>
            {PhoneLabels.Below(state, world, post, now)}
            <p class="time"><time datetime="{post.Timestamp.UtcDateTime.ToString("O")}">{words.Say("ago", words.Age(now - post.Timestamp))}</time></p>
            </article>
            <h3>{words["comments"]}</h3>
            <div id="live-comments" data-live aria-live="polite">{CommentList(state, world, post, now)}</div>
            </div>
            {Write(state, post)}
            """);
    }

    /// <summary>What one swipes through: the items of a carousel, or the post itself.</summary>
    public static IReadOnlyList<MediaPost> Shots(WorldState world, MediaPost post) =>
        post.Children.Count > 0 ? [.. post.Children.Select(id => world.Media.GetValueOrDefault(id)).OfType<MediaPost>()] : [post];

    public static bool IsFilm(string file) => file.EndsWith(".mp4", StringComparison.Ordinal) || file.EndsWith(".mov", StringComparison.Ordinal);

    public static Html Bar(PhoneState state, WorldState world, string title = "post") => Html.Of($"""
        <header class="bar"><a class="round start" href="{state.Profile}" aria-label="{state.Words["back"]}">{PhoneIcon.Back}</a><h2 class="mid">{state.Words[title]}</h2>{PhoneProfile.MessagesButton(state, world)}</header>
        """);

    private static Html CommentList(PhoneState state, WorldState world, MediaPost post, DateTimeOffset now)
    {
        // What the page has hidden is seen only by the one who wrote it.
        var comments = world.CommentsOf(post.Id).Where(c => !c.Hidden || c.PersonId == state.As.Id).ToList();
        var threads = comments.Where(c => c.ParentId is null).Reverse().ToList();
        if (threads.Count == 0) return Html.Of($"""<p class="empty">{state.Words[post.CommentsEnabled ? "nocomments" : "commentsoff"]}</p>""");
        return Html.Of($"""<ul class="comments">{Html.Join(threads.Select(c => Html.Of($"""
            <li>{One(state, world, c, now, "phone-comment")}{Html.When(comments.Exists(r => r.ParentId == c.Id), () => Html.Of($"""<ul>{Html.Join(comments.Where(r => r.ParentId == c.Id).Select(r => Html.Of($"""<li>{One(state, world, r, now, "phone-reply")}</li>""")))}</ul>"""))}</li>
            """)))}</ul>""");
    }

    private static Html One(PhoneState state, WorldState world, Comment comment, DateTimeOffset now, string testId)
    {
        var words = state.Words;
        var person = comment.PersonId is { } id ? world.People.GetValueOrDefault(id) : null;
        var name = person?.Username ?? state.Page.Username;
        return Html.Of($"""
            <div class="comment" data-testid="{testId}" data-comment-id="{comment.Id}" data-from="{(person is null ? "page" : person.Id == state.As.Id ? "me" : "other")}">
            {PhonePage.Face(state, person is null ? state.Page.PictureFile : person.PictureFile, name, "small")}
            <div><p class="name"><b dir="ltr">{name}</b>{Html.When(person is null, () => Html.Of($"""<span class="chip">{words["author"]}</span>"""))}<time datetime="{comment.Timestamp.UtcDateTime.ToString("O")}">{words.Age(now - comment.Timestamp)}</time>{Html.When(comment.Hidden, () => Html.Of($"""<span class="chip">{words["hidden"]}</span>"""))}</p>
            <p class="said" dir="auto">{comment.Text}</p>
            <p class="under">{Html.When(comment.Likes > 0, () => Html.Of($"""<span>{words.Likes(comment.Likes)}</span>"""))}<button type="button" class="link" data-reply="{comment.ParentId ?? comment.Id}" data-name="{name}">{words["reply"]}</button></p></div>
            </div>
            """);
    }

    private static Html Write(PhoneState state, MediaPost post)
    {
        var words = state.Words;
        if (!post.CommentsEnabled) return Html.Of($"""<p class="closed">{words["commentsoff"]}</p>""");
        return Html.Of($"""
            <form class="write" method="post" action="{state.Do("comments")}">
            <p class="replying" hidden><span data-label="{words.Say("replyingto", "{0}")}"></span><button type="button" class="link" data-cancel>{words["cancel"]}</button></p>
            <input type="hidden" name="parent" value="">
            {PhonePage.Face(state, state.As.PictureFile, state.As.Name ?? state.As.Username, "small")}
            <label class="only-read" for="comment-text">{words.Say("writecomment", state.As.Username)}</label>
            <input id="comment-text" name="text" dir="auto" autocomplete="off" required maxlength="{LongestComment}" placeholder="{words.Say("writecomment", state.As.Username)}" data-testid="phone-comment-input">
            <button class="send" data-testid="phone-comment-send">{words["send"]}</button>
            <p class="failed" role="alert" hidden></p>
            </form>
            """);
    }
}
