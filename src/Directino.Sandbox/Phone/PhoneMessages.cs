using System.Text.Json.Nodes;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Messages;

namespace Directino.Sandbox.Phone;

/// <summary>The conversation between the chosen person and the page.</summary>
internal static class PhoneMessages
{
    public const int LongestMessage = 1000;

    public static Html Render(PhoneState state, WorldState world, DateTimeOffset now)
    {
        var (words, page) = (state.Words, state.Page);
        return Html.Of($"""
            <header class="bar"><a class="round start" href="{state.Back}" aria-label="{words["back"]}">{PhoneIcon.Back}</a>{PhonePage.Face(state, page.PictureFile, page.Name, "small")}<h2 class="mid"><bdi>{page.Username}</bdi></h2>{PhoneProfile.MessagesButton(state, world)}</header>
            <div class="scroll talk" tabindex="0" role="log" aria-label="{words.Say("opensmessages", page.Username)}">
            <div id="live-messages" data-live>{Thread(state, world, now)}</div>
            </div>
            <form class="write" method="post" action="{state.Do("messages")}">
            <label class="only-read" for="message-text">{words.Say("writemessage", page.Username)}</label>
            <input id="message-text" name="text" dir="auto" autocomplete="off" required maxlength="{LongestMessage}" placeholder="{words.Say("writemessage", page.Username)}" data-testid="phone-message-input">
            <button class="send" data-testid="phone-message-send">{words["send"]}</button>
            <p class="failed" role="alert" hidden></p>
            </form>
            """);
    }

    /// <summary>What the page has said since the person last read or wrote.</summary>
    public static IReadOnlyList<Message> Unread(PhoneState state, WorldState world)
    {
        var seen = world.Conversations.GetValueOrDefault((state.Page.Id, state.As.Id))?.SeenMid;
        var all = world.MessagesOf(state.Page.Id, state.As.Id).ToList();
        var last = all.FindLastIndex(m => !m.FromAccount || m.Mid == seen);
        return [.. all.Skip(last + 1).Where(m => !m.Deleted)];
    }

    private static Html Thread(PhoneState state, WorldState world, DateTimeOffset now)
    {
        var messages = world.MessagesOf(state.Page.Id, state.As.Id).OrderBy(m => m.Timestamp).ToList();
        if (messages.Count == 0) return Html.Of($"""<p class="empty">{state.Words.Say("nomessages", state.Page.Username)}</p>""");
        var unread = Unread(state, world).Count > 0;
        return Html.Of($"""<ol class="bubbles"{(unread ? new Html(" data-unread") : Html.Empty)}>{Html.Join(messages.Select((m, i) => One(state, world, m, i == 0 ? null : messages[i - 1], i == messages.Count - 1, now)))}</ol>""");
    }

    private static Html One(PhoneState state, WorldState world, Message message, Message? before, bool isLast, DateTimeOffset now)
    {
        var words = state.Words;
        var pause = before is null || message.Timestamp - before.Timestamp > TimeSpan.FromHours(1);
        var comment = message.CommentId is { } id ? world.Comments.GetValueOrDefault(id)?.Text : null;
        return Html.Of($"""
            {Html.When(pause, () => Html.Of($"""<li class="pause"><time datetime="{message.Timestamp.UtcDateTime.ToString("O")}">{words.Age(now - message.Timestamp)}</time></li>"""))}<li class="{(message.FromAccount ? "theirs" : "mine")}" data-testid="phone-message" data-from="{(message.FromAccount ? "page" : "me")}" data-mid="{message.Mid}">
            {Html.When(comment is not null, () => Html.Of($"""<p class="about-comment" dir="auto">{words.Say("about", comment)}</p>"""))}
            {(message.Deleted ? Html.Of($"""<p class="bubble gone">{words["removed"]}</p>""") : Content(state, message))}
            {Html.When(message.Edits > 0 && !message.Deleted, () => Html.Of($"""<p class="edited">{words["edited"]}</p>"""))}
            {Html.When((message.PersonReaction ?? message.AccountReaction) is not null, () => Html.Of($"""<p class="reaction">{message.PersonReaction}{message.AccountReaction}</p>"""))}
            {Html.When(isLast && message is { FromAccount: true, QuickReplies.Count: > 0 }, () => Choices(state, message.QuickReplies!))}
            </li>
            """);
    }

    private static Html Content(PhoneState state, Message message) => Html.Of($"""
        {Html.Join((message.Attachments ?? []).Select(a => Attachment(state, message, a)))}{Html.When(message.Text is not null, () => Html.Of($"""<p class="bubble" dir="auto">{message.Text}</p>"""))}
        """);

    private static Html Attachment(PhoneState state, Message message, JsonNode? attachment)
    {
        var (kind, payload) = (attachment?["type"]?.ToString(), attachment?["payload"] as JsonObject);
        var address = payload?["url"]?.ToString() ?? "";
        if (kind == "image" && address.StartsWith(PictureStore.Scheme, StringComparison.Ordinal)) address = state.File(address[PictureStore.Scheme.Length..]);
        else if (!address.StartsWith("http://", StringComparison.Ordinal) && !address.StartsWith("https://", StringComparison.Ordinal)) address = "";
        if (kind == "image" && address.Length > 0) return Html.Of($"""<img class="sent" src="{address}" alt="{state.Words["attachment"]}" loading="lazy">""");
        var title = payload?["text"]?.ToString() ?? payload?["title"]?.ToString() ?? payload?["elements"]?[0]?["title"]?.ToString();
        var buttons = payload?["buttons"] as JsonArray ?? payload?["elements"]?[0]?["buttons"] as JsonArray;
        return Html.Of($"""<p class="bubble" dir="auto">{title ?? state.Words["attachment"]}</p>{Html.When(buttons is { Count: > 0 } && message.FromAccount, () => Taps(state, buttons!))}""");
    }

    private static Html Choices(PhoneState state, JsonArray replies) => Html.Of($"""<div class="choices">{Html.Join(replies.Select(r => Html.Of($"""
        <form method="post" action="{state.Do("messages")}"><input type="hidden" name="text" value="{r?["title"]?.ToString()}"><input type="hidden" name="payload" value="{r?["payload"]?.ToString()}"><button data-testid="phone-choice">{r?["title"]?.ToString()}</button></form>
        """)))}</div>""");

    private static Html Taps(PhoneState state, JsonArray buttons) => Html.Of($"""<div class="choices">{Html.Join(buttons.Where(b => b?["type"]?.ToString() == "postback").Select(b => Html.Of($"""
        <form method="post" action="{state.Do("taps")}"><input type="hidden" name="text" value="{b?["title"]?.ToString()}"><input type="hidden" name="payload" value="{b?["payload"]?.ToString()}"><button data-testid="phone-tap">{b?["title"]?.ToString()}</button></form>
        """)))}</div>""");
}
