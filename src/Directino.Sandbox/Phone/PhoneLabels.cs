using Directino.Sandbox.Audio;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Media;
using Directino.Sandbox.Publishing;

namespace Directino.Sandbox.Phone;

/// <summary>What stands around a post: who made it, where, with whom, and the labels Instagram puts on it.</summary>
internal static class PhoneLabels
{
    public static Html Head(PhoneState state, WorldState world, MediaPost post)
    {
        var (words, details) = (state.Words, post.Details);
        var place = details.LocationId is { } id ? Place.All.FirstOrDefault(p => p.Id == id)?.Name : null;
        var sponsors = string.Join(", ", details.Sponsors.Select(s => world.Accounts.GetValueOrDefault(s)?.Username ?? s));
        return Html.Of($"""
            <div class="by">{PhonePage.Face(state, state.Page.PictureFile, state.Page.Name, "small")}<div>
            <p><b dir="ltr">{state.Page.Username}</b>{Html.When(details.Collaborators.Count > 0, () => Html.Of($""" <span data-testid="phone-collaborators">{words.Say("and", string.Join(", ", details.Collaborators))}</span>"""))}</p>
            {Html.When(details.PaidPartnership, () => Html.Of($"""<p class="label" data-testid="phone-partnership">{(sponsors.Length > 0 ? words.Say("partnershipwith", sponsors) : words["partnership"])}</p>"""))}
            {Html.When(place is not null, () => Html.Of($"""<p class="label" data-testid="phone-place">{place}</p>"""))}
            </div>{Chips(words, post)}</div>
            """);
    }

    public static Html Chips(PhoneWords words, MediaPost post) => Html.Of($"""
        {Html.When(post.AiGenerated, () => Html.Of($"""<span class="chip" data-testid="phone-ai">{words["ai"]}</span>"""))}{Html.When(post.Details.Trial is not null, () => Html.Of($"""<span class="chip" data-testid="phone-trial">{words[post.GraduatedAt is null ? "trial" : "graduated"]}</span>"""))}
        """);

    /// <summary>Also of a sound that is no longer offered: a reel keeps what it has.</summary>
    private static string SoundOf(PhoneWords words, SoundUse used) => Sound.Of(used.AudioId) is { } sound ? words.Say(sound.IsMusic ? "track" : "sound", sound.Title, sound.Artist) : used.AudioId;

    public static Html Below(PhoneState state, WorldState world, MediaPost post, DateTimeOffset now)
    {
        var (words, details) = (state.Words, post.Details);
        return Html.Of($"""
            {Html.When(details.AudioName is not null, () => Html.Of($"""<p class="extra" data-testid="phone-audio">{words.Say("audio", details.AudioName)}</p>"""))}
            {Html.When(details.Audio is not null, () => Html.Of($"""<p class="extra" data-testid="phone-sound">♪ <bdi>{SoundOf(words, details.Audio!)}</bdi></p>"""))}
            {PhonePoll.Render(state, world, post, now)}
            {Html.When(details.CommentPrompt, () => Html.Of($"""<p class="extra" data-testid="phone-prompt">{words["prompt"]}</p>"""))}
            """);
    }
}
