using Directino.Sandbox.Accounts;
using Directino.Sandbox.Cast;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Phone;

/// <summary>The whole page: the words beside the phone, the phone, and on it one of three screens.</summary>
internal static class PhonePage
{
    public static Html Render(PhoneState state, WorldState world, DateTimeOffset now, TimeSpan trialTime, string assets)
    {
        var screen = state.Messages ? PhoneMessages.Render(state, world, now)
            : state.PostId is { } id ? PhonePost.Render(state, world, id, now)
            : PhoneProfile.Render(state, world, now, trialTime);
        return Document(state.Words, state.Root, assets, Html.Of($"""
            <main class="desk" data-live-from="{state.Do("live")}" data-seen="{state.Do("seen")}" data-failed="{state.Words["failed"]}">
            {Beside(state, world)}
            <section class="phone" aria-label="{state.Words["what"]}">
            <p class="ribbon"><span>{state.Words["sandbox"]}</span></p>
            {screen}
            {Notice(state, world)}
            </section>
            </main>
            """));
    }

    public static Html Nobody(PhoneWords words, string root, string assets) => Document(words, root, assets, Html.Of($"""
        <main class="desk"><div class="beside"><p class="badge">{words["sandbox"]}</p><h1>{words["nobody"]}</h1><p class="lead">{words["nobodylead"]}</p></div></main>
        """));

    public static Html Face(PhoneState state, string? file, string? name, string size)
    {
        if (file is not null) return Html.Of($"""<img class="face {size}" src="{state.File(file)}" alt="" width="96" height="96">""");
        var initial = string.IsNullOrEmpty(name) ? "?" : char.ToUpperInvariant(name[0]).ToString();
        return Html.Of($"""<span class="face {size}" aria-hidden="true">{initial}</span>""");
    }

    private static Html Document(PhoneWords words, string root, string assets, Html body) => Html.Of($"""
        <!doctype html>
        <html lang="{words.Language}" dir="{words.Direction}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>{words["title"]} · {words["sandbox"]}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{root}/phone/assets/phone.css?v={assets}">
        <script src="{root}/phone/assets/phone.js?v={assets}" defer></script>
        </head>
        <body>
        {body}
        </body>
        </html>
        """);

    private static Html Beside(PhoneState state, WorldState world)
    {
        var words = state.Words;
        var people = Html.Join(world.People.Values.Select(p => Option(p.Username, PersonLabel(p, words), p.Id == state.As.Id)));
        var pages = Html.Join(world.Accounts.Values.Select(a => Option(a.Username, a.Username, a.Id == state.Page.Id)));
        return Html.Of($"""
            <div class="beside">
            <div class="about">
            <p class="badge">{words["sandbox"]}</p>
            <h1>{words["what"]}</h1>
            <p class="lead">{words["lead"]}</p>
            </div>
            <form class="who" method="get" action="{state.Root}/phone">
            <label><span>{words["youare"]}</span>{Face(state, state.As.PictureFile, state.As.Name ?? state.As.Username, "small")}<select name="as" data-testid="phone-person">{people}</select></label>
            <label><span>{words["lookat"]}</span>{Face(state, state.Page.PictureFile, state.Page.Name, "small")}<select name="page" data-testid="phone-page">{pages}</select></label>
            {Html.When(state.LanguageAsked, () => Html.Of($"""<input type="hidden" name="lang" value="{words.Language}">"""))}
            <button class="plain">{words["change"]}</button>
            </form>
            <div class="about">
            <h2>{words["try"]}</h2>
            <ol><li>{words["try1"]}</li><li>{words["try2"]}</li><li>{words["try3"]}</li></ol>
            <p class="fine">{words["invented"]}</p>
            </div>
            </div>
            """);
    }

    private static Html Option(string value, string label, bool chosen) =>
        Html.Of($"""<option value="{value}"{(chosen ? new Html(" selected") : Html.Empty)}>{label}</option>""");

    private static string PersonLabel(Person person, PhoneWords words)
    {
        var name = person.Name ?? person.Username;
        return CastPerson.All.FirstOrDefault(p => p.Username == person.Username) is { } known ? $"{name}: {(words == PhoneWords.Persian ? known.MannerFa : known.Manner)}" : name;
    }

    /// <summary>A message that came while one looked elsewhere.</summary>
    private static Html Notice(PhoneState state, WorldState world)
    {
        var unread = PhoneMessages.Unread(state, world);
        var shown = !state.Messages && unread.Count > 0;
        return Html.Of($"""
            <div class="notice-place" id="live-notice" data-live role="status">{Html.When(shown, () => Html.Of($"""
            <a class="notice" data-testid="phone-notice" href="{state.MessagesView}">{Face(state, state.Page.PictureFile, state.Page.Name, "small")}<span><b>{state.Words.Say("seen", state.Page.Username)}</b><span class="cut" dir="auto">{unread[^1].Text ?? state.Words["attachment"]}</span></span><span class="go">{state.Words["open"]}</span></a>
            """))}</div>
            """);
    }
}
